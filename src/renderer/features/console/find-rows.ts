import type { SubmissionRow } from '#shared/contract/views.ts'
import type { SubmissionState } from '#shared/domain/submission/states.ts'

/** What the list can be narrowed to. */
export const ROW_FILTERS = ['all', 'mine', 'waiting', 'central', 'done'] as const
export type RowFilter = (typeof ROW_FILTERS)[number]

/** Where every state belongs; `mine` waits for a person at this kiosk (interface specification §5). */
const GROUP = {
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
} as const satisfies Record<SubmissionState, Exclude<RowFilter, 'all'>>

/** Reference as typed or read out: case, spaces and dashes do not matter. */
const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** The rows that fit both what was typed (any part of a reference) and the group. */
export function findRows(
  rows: readonly SubmissionRow[],
  typed: string,
  filter: RowFilter,
): readonly SubmissionRow[] {
  const wanted = plain(typed)
  return rows.filter(
    (row) => (filter === 'all' || GROUP[row.state] === filter) && plain(row.reference).includes(wanted),
  )
}

/** Waits for a person at this kiosk. */
export const needsMe = (row: SubmissionRow): boolean => GROUP[row.state] === 'mine'
