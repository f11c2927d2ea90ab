import { useRef } from 'react'
import type { CameraMemoryKey } from '#shared/contract/views.ts'
import { useCall, useView } from '../../app/state/index.ts'
import type { CameraMemory } from './camera-session.ts'

/** What the core remembers of this desk's cameras: a page keeps nothing from one start to the next. */
export function useCameraMemory(): CameraMemory & { readonly forget: (key: CameraMemoryKey) => void } {
  const kept = useView((view) => view.status?.cameras)
  const call = useCall()
  // Written at once: the core's answer comes later than the next question.
  const present = useRef({ ...kept })
  present.current = { ...kept }
  const memory = useRef({
    find: (key: CameraMemoryKey) => present.current[key],
    keep: (key: CameraMemoryKey, value: string) => {
      if (present.current[key] === value) return
      present.current[key] = value
      void call('camera.remember', { key, value })
    },
    forget: (key: CameraMemoryKey) => {
      delete present.current[key]
      void call('camera.remember', { key, value: null })
    },
  })
  return memory.current
}
