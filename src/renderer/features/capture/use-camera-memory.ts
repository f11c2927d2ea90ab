import { useRef } from 'react'
import { useCall, useView } from '../../app/state/index.ts'
import type { CameraMemory } from './camera-session.ts'

/** What the core remembers of this desk's cameras: a page keeps nothing from one start to the next. */
export function useCameraMemory(): CameraMemory & { readonly forget: (key: 'dokumen') => void } {
  const kept = useView((view) => view.status?.cameras)
  const call = useCall()
  const present = useRef({ ...kept })
  present.current = { ...kept }
  const memory = useRef({
    find: (key: keyof typeof present.current) => present.current[key],
    keep: (key: keyof typeof present.current, value: string) => {
      if (present.current[key] === value) return
      present.current[key] = value
      void call('camera.remember', { key, value })
    },
    forget: (key: 'dokumen') => {
      delete present.current[key]
      void call('camera.remember', { key, value: null })
    },
  })
  return memory.current
}
