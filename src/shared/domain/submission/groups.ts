import { maskName } from '../identity/index.ts'
import { SUBMISSION_STATES, type SubmissionState } from './states.ts'

/** What the petugas' list can be narrowed to (interface.md §5). */
export const SUBMISSION_GROUPS = ['mine', 'waiting', 'central', 'done'] as const
export type SubmissionGroup = (typeof SUBMISSION_GROUPS)[number]

/** Where every state belongs; `mine` waits for a person at this kiosk. */
export const GROUP_OF = {
  draf: 'mine',
  antre: 'waiting',
  'sedang-dikirim': 'waiting',
  terkirim: 'central',
  'menunggu-profil': 'central',
  'menunggu-verifikasi': 'central',
  terverifikasi: 'done',
  aktif: 'done',
  ditolak: 'mine',
  'perlu-tindakan': 'mine',
  kedaluwarsa: 'done',
  dibatalkan: 'done',
} as const satisfies Record<SubmissionState, SubmissionGroup>

/** The states of a group. */
export const statesOf = (group: SubmissionGroup): SubmissionState[] =>
  SUBMISSION_STATES.filter((state) => GROUP_OF[state] === group)

/** A word to look for, as it stands in number, petugas or service, and as a masked name would show it. */
export type SearchWord = { readonly plain: string; readonly masked: string }

const MOST_WORDS = 6

/**
 * What a petugas types to find a registration: a part of its number with or without dashes, a name (found by what its
 * mask shows), a petugas, a service.
 */
export const searchWords = (typed: string): SearchWord[] =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll('-', ''))
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((plain) => ({ plain, masked: /^\p{L}{2,}$/u.test(plain) ? maskName(plain) : plain }))

/** How the list can be sorted. `need`: what waits for a person first, then the oldest. */
export const SUBMISSION_SORTS = ['need', 'newest', 'oldest', 'state', 'name'] as const
export type SubmissionSort = (typeof SUBMISSION_SORTS)[number]
