import { appendFile, readFile, writeFile } from 'node:fs/promises'
import type { Severity, Split } from '../ktp/index.ts'
import type { Outcome } from './score.ts'

/** Frames that were read, by where they stand in the scorecard; a file lets a long run go on later. */
export type Outcomes = {
  readonly get: (split: Split, severity: Severity, n: number) => Outcome | undefined
  readonly add: (split: Split, severity: Severity, n: number, outcome: Outcome) => Promise<void>
}

const keyOf = (split: Split, severity: Severity, n: number): string => `${split} ${severity} ${n}`

/** Opens the outcomes kept in a file (one JSON line a frame), or an empty store without a file. */
export const openOutcomes = async (file?: string): Promise<Outcomes> => {
  const outcomes = new Map<string, Outcome>()
  const text = file === undefined ? '' : await readWhereThere(file)
  // A run that was stopped in the middle of a line leaves a part of one: that frame is read again.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (file !== undefined && whole !== text) await writeFile(file, whole)
  for (const line of whole.split('\n').filter((some) => some !== '')) {
    const { key, outcome } = JSON.parse(line) as { key: string; outcome: Outcome }
    outcomes.set(key, outcome)
  }
  return {
    get: (split, severity, n) => outcomes.get(keyOf(split, severity, n)),
    add: async (split, severity, n, outcome) => {
      const key = keyOf(split, severity, n)
      outcomes.set(key, outcome)
      if (file !== undefined)
        await appendFile(file, `${JSON.stringify({ key, outcome: withoutPicture(outcome) })}\n`)
    },
  }
}

const readWhereThere = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** The straightened picture of the card has no place in a text file, and nothing that is counted needs it. */
const withoutPicture = (outcome: Outcome): Outcome => {
  const { reading } = outcome
  if (reading.kind !== 'read') return outcome
  return { ...outcome, reading: { ...reading, card: { ...reading.card, jpeg: new Uint8Array() } } }
}
