import type { FieldIssue } from '#shared/domain/errors.ts'

/**
 * The lines of the list above a form. General sentences ("Bagian ini masih kosong") name their fields,
 * several on one line; sentences that name what they are about stand alone.
 */
export function bySentence(
  issues: readonly FieldIssue[],
  sentence: (issue: FieldIssue) => string,
  nameOf: (issue: FieldIssue) => string | undefined,
): readonly string[] {
  const fields = new Map<string, string[]>()
  for (const issue of issues) {
    const names = fields.get(sentence(issue)) ?? []
    const name = issue.code.startsWith('field.') ? nameOf(issue) : undefined
    fields.set(sentence(issue), name ? [...names, name] : names)
  }
  return [...fields].map(([line, names]) => (names.length > 0 ? `${names.join(', ')}: ${line}` : line))
}
