import { useEffect } from 'react'
import { useText } from '../i18n/index.ts'
import { useFrame } from './frame.ts'
import { speak } from './sound.ts'

/**
 * Reads a text aloud whenever it changes, when *Suara* is on and the machine has a voice of its own for
 * the language (interface specification §6.6: glasses are off, the screen cannot be read).
 * @param text null: nothing to say now
 */
export function useSay(text: string | null): void {
  const { language } = useText()
  const { sound } = useFrame()
  useEffect(() => {
    if (sound && text) speak(text, language)
  }, [sound, text, language])
}
