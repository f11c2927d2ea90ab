import type { Store } from '../store/index.ts'

/**
 * What a correction names towards the central: the one it corrects, if the central took that. A packet that it never took
 * is none to it.
 */
export function correctsAtCentral(
  store: Pick<Store, 'submissions'>,
  corrects: string | null,
): { readonly corrects?: string } {
  const old = corrects === null ? undefined : store.submissions.find(corrects)
  return old?.receipt ? { corrects: old.id } : {}
}
