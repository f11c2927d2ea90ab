import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, tidy } from './text.ts'

const NRP_LENGTH = 18

/**
 * Reads a service number of TNI or POLRI. Letters are dropped and the digits padded with zeros on the left to 18,
 * as INAPROC wants them (004: `000000000000024565`). The navy writes `24565/P`.
 * @returns 18 digits, or `nrp.characters`, `nrp.empty`, `nrp.length {n}`
 */
export function parseNrp(text: string): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('nrp.length', { n: text.length }))
  const tidied = tidy(text)
  if (!/^[A-Za-z0-9 ./:-]*$/.test(tidied)) return err(issue('nrp.characters'))
  const digits = tidied.replace(/[^0-9]/g, '')
  if (/^0*$/.test(digits)) return err(issue('nrp.empty'))
  if (digits.length > NRP_LENGTH) return err(issue('nrp.length', { n: digits.length }))
  return ok(digits.padStart(NRP_LENGTH, '0'))
}
