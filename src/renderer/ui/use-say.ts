import { useEffect } from 'react'
import { useText } from '../i18n/index.ts'
import { useFrame } from './frame.ts'
import { onVoicesChanged, speak } from './sound.ts'

/**
 * Reads a text aloud whenever it changes, when *Suara* is on and the machine has a voice of its own for
 * the language (interface specification §6.6: glasses are off, the screen cannot be read).
 * @param text null: nothing to say now
 */
export function useSay(text: string | null): void {
  const { language } = useText()
  const { sound } = useFrame()
  useEffect(() => {
    if (!sound || !text || speak(text, language)) return
    // The first words of a start come before its voices: they are said as soon as there is one.
    const stop = onVoicesChanged(() => {
      if (speak(text, language)) stop()
    })
    return stop
  }, [sound, text, language])
}
