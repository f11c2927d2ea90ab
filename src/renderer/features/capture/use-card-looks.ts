import type { RefObject } from 'react'
import type { CardVerdict } from './checks/card-check.ts'
import { wholeOf } from './checks/face-crop.ts'
import type { CardFound } from './checks/look-at-card.ts'
import { useCardChecks } from './use-checks.ts'
import { type Looks, useLooks } from './use-looks.ts'

/** Looks for a KTP under the camera; `onSteady` when one has lain right for 0.6 s. */
export function useCardLooks(
  video: RefObject<HTMLVideoElement | null>,
  watching: boolean,
  onSteady: () => Promise<boolean>,
): Looks<CardVerdict, CardFound> {
  const running = useCardChecks()
  return useLooks({ running, video, watching, nothing: 'none', uncheckedPart: wholeOf, onSteady })
}
