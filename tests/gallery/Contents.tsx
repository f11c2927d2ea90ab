import type { Language } from '#shared/contract/views.ts'
import { SCREENS } from './screens.ts'
import { SPECIMENS } from './specimens/index.ts'

/** Links to everything that the gallery can show. */
export function Contents({ language }: { readonly language: Language }) {
  const link = (kind: string, name: string) => (
    <li key={name}>
      <a href={`?${kind}=${name}&lang=${language}`}>{name}</a>
    </li>
  )
  return (
    <main style={{ padding: 24, columns: 4 }}>
      <h1>Gallery</h1>
      <h2>Components</h2>
      <ul>{Object.keys(SPECIMENS).map((name) => link('part', name))}</ul>
      <h2>Screens</h2>
      <ul>{Object.keys(SCREENS).map((name) => link('screen', name))}</ul>
    </main>
  )
}
