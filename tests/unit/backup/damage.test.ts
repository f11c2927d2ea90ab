import { expect, it } from 'vitest'
import { isDamage, StoreProblem } from '../../../src/main/services/store/index.ts'

const failure = (code: string) => new StoreProblem('damaged', Object.assign(new Error('uji'), { code }))

it.each([
  'SQLITE_CORRUPT',
  'SQLITE_CORRUPT_INDEX',
  'SQLITE_NOTADB',
  // A sector that the disk cannot read.
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_DATA',
  'SQLITE_IOERR_CORRUPTFS',
])('%s is damage: a backup takes its place', (code) => expect(isDamage(failure(code))).toBe(true))

it.each(['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_NOMEM', 'SQLITE_ERROR', 'SQLITE_MISUSE', ''])(
  '%s is none: nothing is set aside',
  (code) => expect(isDamage(failure(code))).toBe(false),
)
