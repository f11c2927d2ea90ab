import { useSyncExternalStore } from 'react'
import type { Language } from '#shared/contract/views.ts'
import { canSpeak, onVoicesChanged } from './sound.ts'

/** Whether this machine can read a language aloud without the internet; follows the voices as they are loaded. */
export const useCanSpeak = (language: Language): boolean =>
  useSyncExternalStore(
    onVoicesChanged,
    () => canSpeak(language),
    () => false,
  )
