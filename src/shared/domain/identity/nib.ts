import type { Result } from '../result.ts'
import type { Issue } from './issue.ts'
import { readDigits } from './text.ts'

/**
 * Reads a business number (Nomor Induk Berusaha, PP 5/2021): 13 digits. Whether it exists only OSS knows.
 * @returns the digits, or `nib.characters`, `nib.length {n}`
 */
export const parseNib = (text: string): Result<string, Issue> => readDigits(text, 'nib', 13)
