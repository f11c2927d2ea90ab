/**
 * Cards that are only ever tested. They share no drawing code, layout, text face or NIK face with the families of
 * development (families.ts, card.ts): each is set by a small typesetter of its own. Nobody looks at them, or at
 * single results on them, while the reader is being worked on.
 */
import { type TextStyle, textPath, textWidth } from './fonts.ts'
import type { KtpTruth } from './people.ts'
import type { Random } from './random.ts'

/** Names of the kept-out layouts. */
export const KEPT_OUT_FAMILIES = ['k-counter', 'l-two-columns', 'm-drifting', 'n-dense'] as const
export type KeptOutFamily = (typeof KEPT_OUT_FAMILIES)[number]

/** NIK faces that only kept-out cards use: [typeface, weight, em size in card units, extra space in em]. */
export const KEPT_OUT_NIK_FACES = [
  ['noto-sans-mono', 600, 35, 0.02],
  ['dm-mono', 500, 36, 0.06],
  ['red-hat-mono', 700, 34, 0.12],
] as const
export type KeptOutNikFace = (typeof KEPT_OUT_NIK_FACES)[number]

/** Collects print in two layers, the office's form and the person's data, each a little off the other. */
class Sheet {
  readonly form: string[] = []
  readonly data: string[] = []
  private readonly shift: readonly [number, number]
  constructor(random: Random) {
    this.shift = [random.range(-6, 6), random.range(-3.2, 3.2)]
  }
  /** Prints on the form layer; returns where the text ends. */
  word(text: string, x: number, y: number, style: TextStyle): number {
    this.form.push(textPath(text, x, y, style))
    return x + textWidth(text, style)
  }
  /** Prints a value, squeezed when it would pass `limit`. */
  value(text: string, x: number, y: number, style: TextStyle, limit = 610): void {
    const squeeze = Math.min(1, (limit - x) / textWidth(text, style))
    this.data.push(
      textPath(text, x + this.shift[0], y + this.shift[1], { ...style, size: style.size * squeeze }),
    )
  }
}

/** Splits at spaces into lines no wider than `room`. */
const fold = (text: string, style: TextStyle, room: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, style) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.length > 2 ? [lines[0] ?? '', lines.slice(1).join(' ')] : lines
}

const face = (font: string, weight: number, size: number, spacing?: number): TextStyle => ({
  font,
  weight,
  size,
  ...(spacing === undefined ? {} : { spacing }),
})

const slashed = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${day}-${month}-${year}`
}

type Setting = {
  readonly photo: readonly [number, number, number, number]
  readonly body: readonly [string, string]
  readonly ink: string
}

type Typesetter = (sheet: Sheet, p: KtpTruth, nik: KeptOutNikFace, random: Random) => Setting

const issued = (sheet: Sheet, p: KtpTruth, random: Random, x: number, y: number, style: TextStyle): void => {
  const town = p.kabKota.replace(/^KOTA |^KABUPATEN /, '')
  const day = `${random.int(10, 28)}-0${random.int(1, 9)}-20${random.int(12, 23)}`
  sheet.value(town, x - Math.min(85, textWidth(town, style) / 2), y, style, x + 90)
  sheet.value(day, x - textWidth(day, style) / 2, y + style.size * 1.15, style, x + 90)
}

/** Bold narrow labels, colons that belong to the values, header on the left, rows unevenly spaced. */
const counter: Typesetter = (sheet, p, [font, weight, size, gap], random) => {
  const label = face('archivo-narrow', 700, 22)
  const value = face('noto-sans', 500, 19)
  const head = face('noto-sans', 700, 24)
  sheet.word(`PROVINSI ${p.provinsi}`, 52, 46, { ...head, size: p.provinsi.length > 22 ? 20 : 24 })
  sheet.word(p.kabKota, 52, 74, head)
  sheet.word('NIK', 36, 118, face('archivo-narrow', 700, 34))
  sheet.value(p.nik, 120, 119, face(font, weight, size, gap), 640)
  let y = 152
  const line = (name: string, text: string, inset = 0): void => {
    sheet.word(name, 36 + inset, y, label)
    for (const [i, part] of fold(text, value, 376).entries()) {
      sheet.value(i === 0 ? `: ${part}` : part, i === 0 ? 196 : 208, y, value)
      y += random.range(24.5, 29)
    }
  }
  line('Nama', p.nama)
  line('Tempat/Tgl Lahir', `${p.tempatLahir}, ${slashed(p.tanggalLahir)}`)
  const end = sheet.word('Gol. Darah :', 430, y, label)
  sheet.value(p.golonganDarah, end + 8, y, value)
  line('Jenis Kelamin', p.jenisKelamin)
  line('Alamat', p.alamat)
  line('RT/RW', p.rtRw, 18)
  line('Kel/Desa', p.kelDesa, 18)
  line('Kecamatan', p.kecamatan, 18)
  line('Agama', p.agama)
  line('Status Perkawinan', p.statusPerkawinan)
  line('Pekerjaan', p.pekerjaan)
  line('Kewarganegaraan', p.kewarganegaraan)
  line('Berlaku Hingga', p.berlakuHingga)
  issued(sheet, p, random, 734, 400, face('noto-sans', 500, 17))
  return { photo: [650, 120, 168, 244], body: ['#bcdcec', '#8fbad8'], ink: '#23232b' }
}

/** The last four rows stand in two columns. */
const twoColumns: Typesetter = (sheet, p, [font, weight, size, gap], random) => {
  const label = face('lato', 400, 20)
  const value = face('lato', 700, 21)
  const head = face('lato', 700, 27)
  for (const [i, text] of [`PROVINSI ${p.provinsi}`, p.kabKota].entries()) {
    const style = { ...head, size: Math.min(27, (27 * 640) / textWidth(text, head)) }
    sheet.word(text, 390 - textWidth(text, style) / 2, 42 + i * 31, style)
  }
  sheet.word('NIK :', 42, 122, face('lato', 700, 30))
  sheet.value(p.nik, 132, 123, face(font, weight, size * 1.06, gap), 632)
  let y = 164
  const pair = (name: string, text: string, x = 42, colon = 206, limit = 608): void => {
    sheet.word(name, x, y, label)
    sheet.word(':', colon, y, label)
    for (const part of limit < 600 ? [text] : fold(text, value, 372)) {
      sheet.value(part, colon + 12, y, value, limit)
      y += 29
    }
  }
  pair('Nama', p.nama)
  pair('Tempat/Tgl Lahir', `${p.tempatLahir}, ${slashed(p.tanggalLahir)}`)
  const end = sheet.word('Gol. Darah : ', 452, y, label)
  sheet.value(p.golonganDarah, end, y, value)
  pair('Jenis kelamin', p.jenisKelamin)
  pair('Alamat', p.alamat)
  pair('RT/RW', p.rtRw, 60)
  pair('Kel/Desa', p.kelDesa, 60)
  pair('Kecamatan', p.kecamatan, 60)
  const row = y
  pair('Agama', p.agama, 42, 120, 262)
  y = row
  pair('Status Perkawinan', p.statusPerkawinan, 290, 462, 612)
  const next = y
  pair('Pekerjaan', p.pekerjaan)
  y = Math.max(y, next + 29)
  const last = y
  pair('Kewarganegaraan', p.kewarganegaraan, 42, 206, 280)
  y = last
  pair('Berlaku Hingga', p.berlakuHingga, 300, 446, 612)
  issued(sheet, p, random, 738, 392, face('lato', 400, 18))
  return { photo: [644, 100, 186, 256], body: ['#c9e4ee', '#a4cfe2'], ink: '#1a1c24' }
}

/** Pale thin labels, large values that start wherever they start, upper-case labels here and there. */
const drifting: Typesetter = (sheet, p, [font, weight, size, gap], random) => {
  const label = face('source-sans-3', 400, 20)
  const value = face('source-sans-3', 600, 22.5)
  const head = face('source-sans-3', 700, 29)
  const fit = Math.min(29, (29 * 700) / textWidth(`PROVINSI ${p.provinsi}`, head))
  const top = { ...head, size: fit }
  sheet.word(`PROVINSI ${p.provinsi}`, 428 - textWidth(`PROVINSI ${p.provinsi}`, top) / 2, 38, top)
  sheet.word(p.kabKota, 428 - textWidth(p.kabKota, top) / 2, 68, top)
  sheet.word('NIK', 26, 114, face('source-sans-3', 600, 34))
  sheet.word(':', 172, 114, face('source-sans-3', 600, 34))
  sheet.value(p.nik, 188, 114, face(font, weight, size * 0.96, gap), 626)
  let y = 150
  for (const [name, text, inset] of [
    ['Nama', p.nama, 0],
    ['Tempat/Tgl Lahir', `${p.tempatLahir}, ${slashed(p.tanggalLahir)}`, 0],
    ['Jenis Kelamin', p.jenisKelamin, 0],
    ['Alamat', p.alamat, 0],
    ['RT / RW', p.rtRw, 12],
    ['Kelurahan/Desa', p.kelDesa, 12],
    ['Kecamatan', p.kecamatan, 12],
    ['Agama', p.agama, 0],
    ['Status Perkawinan', p.statusPerkawinan, 0],
    ['Pekerjaan', p.pekerjaan, 0],
    ['Kewarganegaraan', p.kewarganegaraan, 0],
    ['Berlaku Hingga', p.berlakuHingga, 0],
  ] as const) {
    sheet.word(name, 26 + inset, y, label)
    sheet.word(':', 190, y, label)
    if (name === 'Jenis Kelamin') {
      const end = sheet.word('Gol. Darah', 440, y, label)
      sheet.word(':', end + 10, y, label)
      sheet.value(p.golonganDarah, end + 26, y, value)
    }
    const start = 204 + random.range(-3, 9)
    for (const part of fold(text, value, 384)) {
      sheet.value(part, start, y, value)
      y += 28
    }
  }
  issued(sheet, p, random, 736, 396, face('source-sans-3', 400, 19))
  return { photo: [640, 108, 190, 250], body: ['#9ccbe4', '#d3e7ee'], ink: '#2a2a34' }
}

/** Small print in tight rows, wide letters, RT/RW without an indent. */
const dense: Typesetter = (sheet, p, [font, weight, size, gap], random) => {
  const label = face('noto-sans', 400, 16.5)
  const value = face('archivo-narrow', 600, 21, 0.03)
  const head = face('archivo-narrow', 700, 30)
  for (const [i, text] of [`PROVINSI ${p.provinsi}`, p.kabKota].entries())
    sheet.word(text, 410 - textWidth(text, head) / 2, 40 + i * 30, head)
  sheet.word('NIK', 46, 112, face('noto-sans', 600, 27))
  sheet.word(':', 150, 112, face('noto-sans', 600, 27))
  sheet.value(p.nik, 168, 113, face(font, weight, size, gap), 622)
  let y = 146
  const put = (name: string, text: string): void => {
    sheet.word(name, 46, y, label)
    sheet.word(':', 208, y, label)
    for (const part of fold(text, value, 390)) {
      sheet.value(part, 222, y, value)
      y += 24.2
    }
  }
  put('Nama', p.nama)
  put('Tempat/Tgl. Lahir', `${p.tempatLahir}, ${slashed(p.tanggalLahir)}`)
  const end = sheet.word('Gol.Darah : ', 476, y, label)
  sheet.value(p.golonganDarah, end, y, value)
  put('Jenis Kelamin', p.jenisKelamin)
  put('Alamat', p.alamat)
  put('RT/RW', p.rtRw)
  put('Kel/Desa', p.kelDesa)
  put('Kecamatan', p.kecamatan)
  put('Agama', p.agama)
  put('Status Perkawinan', p.statusPerkawinan)
  put('Pekerjaan', p.pekerjaan)
  put('Kewarganegaraan', p.kewarganegaraan)
  put('Berlaku Hingga', p.berlakuHingga)
  issued(sheet, p, random, 730, 404, face('noto-sans', 400, 16))
  return { photo: [636, 128, 182, 240], body: ['#aed6e8', '#bcdff0'], ink: '#1e2028' }
}

const TYPESETTERS: Readonly<Record<KeptOutFamily, Typesetter>> = {
  'k-counter': counter,
  'l-two-columns': twoColumns,
  'm-drifting': drifting,
  'n-dense': dense,
}

/** A fine net of arcs, another pattern than any development card has. */
const net = (random: Random): string => {
  const step = random.int(7, 16)
  const bend = random.int(20, 120)
  const faint = random.range(0.1, 0.4).toFixed(2)
  let d = ''
  for (let x = -200; x < 1000; x += step) d += `M${x} -10C${x + bend} 180 ${x - bend} 360 ${x + bend} 560`
  for (let k = 0; k < 9; k++) d += `M0 ${60 * k}Q428 ${60 * k + bend} 856 ${60 * k}`
  return `<path d="${d}" fill="none" stroke="#4f8fb8" stroke-width="${random.range(0.5, 1.2).toFixed(1)}" stroke-opacity="${faint}"/>`
}

/** Rubbed print and dirt: pale and dark flecks, a fold, a band of shine across the laminate. */
const age = (random: Random, paper: string): string => {
  let out = ''
  for (let k = random.int(0, 40); k > 0; k--)
    out += `<rect x="${random.int(0, 850)}" y="${random.int(0, 535)}" width="${random.range(1, 5).toFixed(1)}" height="${random.range(0.6, 2).toFixed(1)}" fill="${random.chance(0.7) ? paper : '#40404a'}" fill-opacity="0.6"/>`
  if (random.chance(0.3))
    out += `<path d="M${random.int(0, 800)} 0L${random.int(0, 800)} 540" stroke="#ffffff" stroke-opacity="0.45" stroke-width="2"/>`
  if (random.chance(0.5))
    out += `<path d="M${random.int(-100, 600)} 0l140 0l-260 540l-140 0z" fill="${random.pick(['#ffffff', '#ffe9f6', '#e6fff2'])}" fill-opacity="${random.range(0.05, 0.25).toFixed(2)}"/>`
  return out
}

const bust = ([x, y, w, h]: Setting['photo'], random: Random): string => {
  const cx = x + w / 2
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${random.pick(['#b53434', '#3355b0'])}"/>
<path d="M${x} ${y + h}q${w / 2} ${-h * 0.62} ${w} 0z" fill="${random.pick(['#f0eee8', '#50555e'])}"/>
<circle cx="${cx}" cy="${y + h * 0.42}" r="${w * 0.25}" fill="#c99b76"/>
<path d="M${cx - w * 0.27} ${y + h * 0.42}a${w * 0.27} ${w * 0.3} 0 0 1 ${w * 0.54} 0l-${w * 0.08} -${w * 0.1}l-${w * 0.38} 0z" fill="#191615"/>`
}

/** Draws a kept-out card as SVG, 856 × 540 units. */
export const keptOutSvg = (
  person: KtpTruth,
  family: KeptOutFamily,
  nikFace: KeptOutNikFace,
  random: Random,
): string => {
  const sheet = new Sheet(random)
  const { photo, body, ink } = TYPESETTERS[family](sheet, person, nikFace, random)
  const black = random.range(0.62, 1)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1712" height="1080" viewBox="0 0 856 540">
<defs><radialGradient id="g" cx="0.35" cy="0.5" r="0.9"><stop offset="0" stop-color="${body[0]}"/><stop offset="1" stop-color="${body[1]}"/></radialGradient></defs>
<rect width="856" height="540" fill="url(#g)"/>${net(random)}
<path d="${sheet.form.join('')}" fill="${ink}" fill-opacity="${(black * 0.97).toFixed(2)}"/>
<path d="${sheet.data.join('')}" fill="${ink}" fill-opacity="${black.toFixed(2)}"/>
${bust(photo, random)}${age(random, body[0])}
</svg>`
}
