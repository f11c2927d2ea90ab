import type { Random } from './random.ts'

/** What lies on and in a card's plastic besides its print: SVG drawn under or over it. Card units, 856 × 540. */
const n = (value: number): string => value.toFixed(1)

/** Security pattern of two families of crossing waves, as fine as print strokes. */
export const guilloche = (random: Random, colour: string, strength: number): string => {
  const lines: string[] = []
  const pitch = random.range(6, 15)
  const sway = random.range(6, 26)
  const length = random.range(60, 220)
  for (let y = -40; y < 580; y += pitch) {
    const phase = random.range(-6, 6)
    let d = `M-20 ${n(y + phase)}`
    for (let x = -20; x < 880; x += length / 2) d += ` q${n(length / 4)} ${n(sway)} ${n(length / 2)} 0`
    lines.push(d)
  }
  return `<path d="${lines.join('')}" stroke="${colour}" stroke-opacity="${strength.toFixed(2)}" fill="none" stroke-width="${n(random.range(0.6, 1.4))}"/>`
}

/** Blots in the places of islands: the map of Indonesia behind the print. */
export const islands = (random: Random, colour: string, strength: number): string =>
  Array.from(
    { length: 16 },
    (_, i) =>
      `<ellipse cx="${n(60 + i * 48 + random.range(-20, 20))}" cy="${n(280 + random.range(-90, 90))}" rx="${n(random.range(14, 46))}" ry="${n(random.range(8, 24))}" transform="rotate(${n(random.range(-40, 40))} ${60 + i * 48} 280)" fill="${colour}" fill-opacity="${strength.toFixed(2)}"/>`,
  ).join('')

/** A hologram: a patch of rainbow colours under the laminate that shines over the print. */
export const hologram = (random: Random, id: string): string => {
  const cx = random.range(120, 720)
  const cy = random.range(120, 440)
  const stops = ['#ff5a5a', '#ffd75a', '#7dff7a', '#5ad0ff', '#c87aff']
    .map((c, i) => `<stop offset="${i / 4}" stop-color="${c}"/>`)
    .join('')
  return `<defs><linearGradient id="${id}" gradientTransform="rotate(${random.int(0, 90)})">${stops}</linearGradient></defs><ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(random.range(50, 170))}" ry="${n(random.range(40, 120))}" fill="url(#${id})" fill-opacity="${random.range(0.05, 0.22).toFixed(2)}"/>`
}

/** Years in a wallet: scratches, rubbed patches that pale the print, stains, and lines a worn print head left out. */
export const wear = (random: Random, body: string, amount: number): string => {
  const scratches = Array.from({ length: random.int(0, Math.round(9 * amount)) }, () => {
    const x = random.range(0, 856)
    const y = random.range(0, 540)
    return `<path d="M${n(x)} ${n(y)} l${n(random.range(-160, 160))} ${n(random.range(-80, 80))}" stroke="${random.pick(['#ffffff', '#ffffff', '#5a5a60'])}" stroke-opacity="${random.range(0.12, 0.55).toFixed(2)}" stroke-width="${n(random.range(0.5, 1.5))}"/>`
  })
  const rubbed = Array.from(
    { length: random.int(0, Math.round(3 * amount)) },
    () =>
      `<ellipse cx="${n(random.range(60, 700))}" cy="${n(random.range(60, 500))}" rx="${n(random.range(30, 120))}" ry="${n(random.range(15, 60))}" fill="${body}" fill-opacity="${random.range(0.15, 0.45).toFixed(2)}"/>`,
  )
  const stains = Array.from(
    { length: random.chance(0.3 * amount) ? 1 : 0 },
    () =>
      `<circle cx="${n(random.range(0, 856))}" cy="${n(random.range(0, 540))}" r="${n(random.range(20, 60))}" fill="#7a5a30" fill-opacity="${random.range(0.08, 0.25).toFixed(2)}"/>`,
  )
  const missing = Array.from(
    { length: random.chance(0.35 * amount) ? random.int(1, 3) : 0 },
    () =>
      `<rect x="0" y="${n(random.range(100, 520))}" width="620" height="${n(random.range(0.5, 1.1))}" fill="${body}" fill-opacity="${random.range(0.4, 0.8).toFixed(2)}"/>`,
  )
  return [...rubbed, ...missing, ...stains, ...scratches].join('')
}

/** A drawn silhouette: no real face stands on any test card. */
export const portrait = (
  photo: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  random: Random,
): string => {
  const { x, y, width, height } = photo
  const hair = random.pick(['#1d1a19', '#2e2320', '#12151f'])
  const skin = random.pick(['#caa07e', '#b98a66', '#dab494'])
  const veil = random.chance(0.3)
  return `<svg x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" viewBox="0 0 100 132" preserveAspectRatio="none">
<rect width="100" height="132" fill="${random.pick(['#c22f2f', '#2f57c2', '#b83a3a', '#3a62b8'])}"/>
<ellipse cx="50" cy="138" rx="46" ry="48" fill="${random.pick(['#e8e6e0', '#3a4250', '#7c8a70', '#caa9a0'])}"/>
<rect x="42" y="72" width="16" height="24" fill="${skin}"/>
<ellipse cx="50" cy="56" rx="23" ry="31" fill="${skin}"/>
<path d="${veil ? 'M20 110 Q14 20 50 16 Q86 20 80 110 Q70 92 72 62 Q68 32 50 32 Q32 32 28 62 Q30 92 20 110z' : 'M26 54 a24 32 0 0 1 48 0 q-24 -18 -48 0z'}" fill="${hair}"/>
<ellipse cx="41" cy="56" rx="3" ry="2" fill="#222"/><ellipse cx="59" cy="56" rx="3" ry="2" fill="#222"/><path d="M42 72 q8 4 16 0" stroke="#824" fill="none"/>
</svg>`
}

/** A signature's scrawl with its left end at (x, y). */
export const signature = (random: Random, x: number, y: number): string =>
  `<path d="M${n(x)} ${n(y)} ${Array.from({ length: 5 }, () => `q${random.int(4, 22)} ${random.int(-24, 24)} ${random.int(16, 30)} ${random.int(-6, 6)}`).join(' ')}" fill="none" stroke="#20242c" stroke-width="2"/>`
