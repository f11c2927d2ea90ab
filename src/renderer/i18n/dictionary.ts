import { firstTexts } from './first-texts.ts'
import { laterTexts } from './later-texts.ts'

/** Every text of the kiosk by key, for tests and types: the program itself loads its two parts one after the other. */
export const dictionary = { ...firstTexts, ...laterTexts }

/** The key of a text. A key that is not here does not compile. */
export type MessageKey = keyof typeof dictionary
