import type { Journey } from './journey.ts'

type Setting = Pick<Journey, 'service' | 'who' | 'network' | 'language' | 'size'>

/** Journeys of registration.spec.ts, which real Electron walks too. */
export const ELSEWHERE: readonly Setting[] = [
  { service: 'profil', who: 'pemerintah', network: 'online', language: 'id', size: 'laptop' },
  { service: 'profil', who: 'usaha', network: 'offline', language: 'id', size: 'portrait' },
]

/** What may work together in an unforeseen way. A business makes another profile than a civil servant. */
const factorsOf = ({ service, who, network, language, size }: Setting): readonly string[] => [
  service === 'profil' ? `profil ${who}` : service,
  network,
  language,
  size === 'portrait' ? 'upright' : 'across',
]

const pairs = (values: readonly string[]): string[] =>
  values.flatMap((value, index) => values.slice(index + 1).map((other) => `${value} × ${other}`))

/** Pairs of two factors' values that occur somewhere in the journeys' full cross, but together in no journey. */
export function missingPairs(journeys: readonly Setting[]): string[] {
  const met = new Set(journeys.flatMap((journey) => pairs(factorsOf(journey))))
  const [services = [], ...others] = factorsOf(journeys[0] as Setting).map((_, index) => [
    ...new Set(journeys.map((journey) => factorsOf(journey)[index] ?? '')),
  ])
  const [networks = [], languages = [], ways = []] = others
  const cross = services.flatMap((service) =>
    networks.flatMap((network) =>
      languages.flatMap((language) => ways.flatMap((way) => pairs([service, network, language, way]))),
    ),
  )
  return [...new Set(cross)].filter((pair) => !met.has(pair))
}
