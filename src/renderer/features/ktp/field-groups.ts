import type { FieldDefinition } from '#shared/domain/forms/index.ts'

/** The rows of S6 in order: unsure ones first, then those the SOP requires, then the folded rest. */
export type FieldGroups = {
  readonly unsure: readonly string[]
  readonly main: readonly string[]
  readonly others: readonly string[]
}

/**
 * Sorts the KTP's fields for the confirm screen.
 * @param unsure ids that a person must still look at, in the core's order
 */
export function groupFields(fields: readonly FieldDefinition[], unsure: readonly string[]): FieldGroups {
  // `sudahDicek` and the like are bookkeeping, not rows.
  const rows = fields.filter((field) => field.type !== 'list' && field.type !== 'tick')
  const known = rows.map((field) => field.id)
  const first = unsure.filter((id) => known.includes(id))
  const rest = rows.filter((field) => !first.includes(field.id))
  return {
    unsure: first,
    main: rest.filter((field) => field.required).map((field) => field.id),
    others: rest.filter((field) => !field.required).map((field) => field.id),
  }
}
