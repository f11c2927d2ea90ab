import type { Language } from '#shared/contract/views.ts'

const VOICE_LANGUAGE = { id: 'id', en: 'en' } as const

/** Two soft notes: the turn has passed to the other person. Silent where the machine has no sound. */
export function playTurnTone(): void {
  try {
    const audio = new AudioContext()
    const gain = audio.createGain()
    gain.gain.value = 0.08
    gain.connect(audio.destination)
    for (const [index, frequency] of [523, 659].entries()) {
      const note = audio.createOscillator()
      note.frequency.value = frequency
      note.connect(gain)
      note.start(audio.currentTime + index * 0.14)
      note.stop(audio.currentTime + index * 0.14 + 0.12)
    }
    setTimeout(() => void audio.close(), 500)
  } catch {
    // No sound card: the band's colour and words say the same.
  }
}

function findVoice(language: Language): SpeechSynthesisVoice | undefined {
  return globalThis.speechSynthesis
    ?.getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(VOICE_LANGUAGE[language]))
}

/** Whether this machine can read a language aloud without the internet, as far as is known now. */
export const canSpeak = (language: Language): boolean => findVoice(language) !== undefined

/**
 * Browsers load the voices after they were first asked for, and say when the list has changed.
 * @returns ends the listening
 */
export function onVoicesChanged(listener: () => void): () => void {
  const { speechSynthesis } = globalThis
  speechSynthesis?.addEventListener('voiceschanged', listener)
  return () => speechSynthesis?.removeEventListener('voiceschanged', listener)
}

/**
 * Reads a hint aloud, breaking off the one before. Only voices of the machine itself are used:
 * others would send the text to a service outside.
 * @returns false when there is no voice for the language, perhaps not yet
 */
export function speak(text: string, language: Language): boolean {
  const voice = findVoice(language)
  if (!voice) return false
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
  return true
}
