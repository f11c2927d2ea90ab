import { drawSvg } from '../../helpers/pictures.ts'
import type { Family, NIK_FACES } from './families.ts'
import { type TextStyle, textPath, textWidth } from './fonts.ts'
import type { KtpTruth } from './people.ts'
import type { Random } from './random.ts'

/** Pixels of a drawn card: two per card unit. */
export const CARD_WIDTH = 1712
export const CARD_HEIGHT = 1080

/** A raster of 8-bit RGB pixels. */
export type RgbImage = { readonly data: Uint8Array; readonly width: number; readonly height: number }

type Labels = Readonly<Record<'ttl' | 'sex' | 'blood' | 'rt' | 'village' | 'until' | 'citizen', string>>
const LABELS: Readonly<Record<Family['labels'], Labels>> = {
  dukcapil: {
    ttl: 'Tempat/Tgl Lahir',
    sex: 'Jenis kelamin',
    blood: 'Gol. Darah',
    rt: 'RT/RW',
    village: 'Kel/Desa',
    until: 'Berlaku Hingga',
    citizen: 'Kewarganegaraan',
  },
  'capital-words': {
    ttl: 'Tempat/Tgl Lahir',
    sex: 'Jenis Kelamin',
    blood: 'Gol. Darah',
    rt: 'RT/RW',
    village: 'Kel/Desa',
    until: 'Berlaku Hingga',
    citizen: 'Kewarganegaraan',
  },
  dotted: {
    ttl: 'Tempat/Tgl. Lahir',
    sex: 'Jenis Kelamin',
    blood: 'Gol Darah',
    rt: 'RT / RW',
    village: 'Kel / Desa',
    until: 'Berlaku hingga',
    citizen: 'Kewarganegaraan',
  },
  upper: {
    ttl: 'TEMPAT/TGL LAHIR',
    sex: 'JENIS KELAMIN',
    blood: 'GOL. DARAH',
    rt: 'RT/RW',
    village: 'KEL/DESA',
    until: 'BERLAKU HINGGA',
    citizen: 'KEWARGANEGARAAN',
  },
}

/** Breaks a value at spaces so that every line fits; at most two lines. */
const wrap = (text: string, style: TextStyle, width: number): string[] => {
  if (textWidth(text, style) <= width) return [text]
  const words = text.split(' ')
  for (let n = words.length - 1; n > 0; n--) {
    const first = words.slice(0, n).join(' ')
    if (textWidth(first, style) <= width) return [first, words.slice(n).join(' ')]
  }
  return [text]
}

const indonesianDate = (iso: string): string => iso.split('-').reverse().join('-')

/** Draws one card. Returns what must be read and the raster (1712 × 1080 RGB). */
export const drawCard = async (
  person: KtpTruth,
  family: Family,
  nikFace: (typeof NIK_FACES)[number],
  random: Random,
): Promise<RgbImage> => {
  return drawSvg(cardSvg(person, family, nikFace, random))
}

const cardSvg = (
  person: KtpTruth,
  family: Family,
  nikFace: (typeof NIK_FACES)[number],
  random: Random,
): string => {
  const label: TextStyle = { font: family.labelFont, weight: family.labelWeight, size: family.labelSize }
  const value: TextStyle = { font: family.valueFont, weight: family.valueWeight, size: family.valueSize }
  const small: TextStyle = { ...value, size: family.valueSize * 0.86 }
  const words = LABELS[family.labels]
  const printed: string[] = []
  const preprinted: string[] = []
  // Values are printed later than labels on real cards and sit a little off.
  const offsetX = random.range(-3, 3)
  const offsetY = random.range(-1.6, 1.6)
  const pitch = family.rows.pitch * random.range(0.985, 1.015)
  const { labelX, colonX, valueX, indent } = family.rows
  const wide = (text: string, style: TextStyle, x: number, y: number) => textPath(text, x, y, style)
  const centred = (text: string, style: TextStyle, x: number, y: number) =>
    textPath(text, x - textWidth(text, style) / 2, y, style)

  const head: TextStyle = { font: family.valueFont, weight: family.header.weight, size: family.header.size }
  const headSize = Math.min(
    1,
    780 / textWidth(`PROVINSI ${person.provinsi}`, head),
    (2 * family.header.x - 30) / textWidth(`PROVINSI ${person.provinsi}`, head),
  )
  const headStyle = { ...head, size: head.size * headSize }
  preprinted.push(centred(`PROVINSI ${person.provinsi}`, headStyle, family.header.x, family.header.y[0]))
  preprinted.push(centred(person.kabKota, headStyle, family.header.x, family.header.y[1]))

  const nikLabel: TextStyle = { ...label, size: family.nik.labelSize }
  preprinted.push(wide('NIK', nikLabel, family.nik.labelX, family.nik.y))
  if (family.nik.colon) preprinted.push(wide(':', nikLabel, family.nik.valueX - 22, family.nik.y))
  const nikStyle: TextStyle = {
    font: nikFace.font,
    weight: nikFace.weight,
    size: family.nik.size * nikFace.scale,
    spacing: nikFace.spacing,
  }
  printed.push(wide(person.nik, nikStyle, family.nik.valueX + offsetX, family.nik.y + offsetY))

  let y = family.rows.y
  const row = (name: string, text: string, options: { indent?: boolean; lines?: number } = {}) => {
    preprinted.push(wide(name, label, labelX + (options.indent ? indent : 0), y))
    preprinted.push(wide(':', label, colonX, y))
    const lines = options.lines === 2 ? wrap(text, value, family.wrapWidth) : [text]
    // A line that is still too long is set narrower, as the print software does.
    for (const line of lines) {
      const fit = Math.min(1, (family.photo.x - valueX - 12) / textWidth(line, value))
      printed.push(wide(line, { ...value, size: value.size * fit }, valueX + offsetX, y + offsetY))
      y += pitch
    }
  }
  row('Nama', person.nama, { lines: 2 })
  row(words.ttl, `${person.tempatLahir}, ${indonesianDate(person.tanggalLahir)}`)
  const sexY = y
  row(words.sex, person.jenisKelamin)
  preprinted.push(wide(`${words.blood} :`, label, family.bloodX - 40, sexY))
  const blood = person.golonganDarah
  if (blood !== '-' || random.chance(0.7)) {
    printed.push(
      wide(
        blood,
        value,
        family.bloodX - 40 + textWidth(`${words.blood} : `, label) + offsetX,
        sexY + offsetY,
      ),
    )
  }
  row('Alamat', person.alamat, { lines: 2 })
  row(words.rt, person.rtRw, { indent: true })
  row(words.village, person.kelDesa, { indent: true })
  row('Kecamatan', person.kecamatan, { indent: true })
  row('Agama', person.agama)
  row('Status Perkawinan', person.statusPerkawinan)
  row('Pekerjaan', person.pekerjaan)
  row(words.citizen, person.kewarganegaraan)
  row(words.until, person.berlakuHingga)

  const { photo } = family
  const under = photo.x + photo.width / 2
  if (family.issue) {
    const place = person.kabKota.replace(/^(KABUPATEN|KOTA) /, '')
    const fit = Math.min(1, 200 / textWidth(place, small))
    printed.push(centred(place, { ...small, size: small.size * fit }, under, photo.y + photo.height + 26))
    printed.push(
      centred(
        `${String(random.int(1, 28)).padStart(2, '0')}-${String(random.int(1, 12)).padStart(2, '0')}-${random.int(2012, 2024)}`,
        small,
        under,
        photo.y + photo.height + 50,
      ),
    )
  }
  const signature = `M${under - 60} ${photo.y + photo.height + 78} ${Array.from({ length: 5 }, () => `q${random.int(4, 22)} ${random.int(-24, 24)} ${random.int(16, 30)} ${random.int(-6, 6)}`).join(' ')}`
  const wear = random.range(0.82, 1)
  const [from, to] = family.colours
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 856 540" shape-rendering="geometricPrecision">
<defs><linearGradient id="body" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="856" height="540" fill="url(#body)"/>
${backgroundSvg(family.background, random)}
<g fill="${family.ink}" fill-opacity="${(wear * 0.95).toFixed(2)}"><path d="${preprinted.join('')}"/></g>
<g fill="${family.ink}" fill-opacity="${wear.toFixed(2)}"><path d="${printed.join('')}"/></g>
${portraitSvg(photo, random)}
<path d="${signature}" fill="none" stroke="#20242c" stroke-width="2"/>
${scratchesSvg(random)}
</svg>`
}

const backgroundSvg = (kind: Family['background'], random: Random): string => {
  const lines: string[] = []
  if (kind === 'waves' || kind === 'globe') {
    for (let i = 0; i < 26; i++) {
      const y = i * 22 + random.range(-3, 3)
      lines.push(
        `<path d="M0 ${y.toFixed(1)} q107 ${random.range(-30, 30).toFixed(1)} 214 0 t214 0 t214 0 t214 0" stroke="#6aa6c8" stroke-opacity="0.22" fill="none" stroke-width="1.4"/>`,
      )
    }
  }
  if (kind === 'globe' || kind === 'emblem') {
    for (let r = 30; r < 210; r += kind === 'globe' ? 18 : 9) {
      lines.push(
        `<ellipse cx="400" cy="300" rx="${r}" ry="${kind === 'globe' ? 190 : r * 1.1}" stroke="#5e9cc0" stroke-opacity="0.2" fill="none" stroke-width="1.5"/>`,
      )
    }
  }
  if (kind === 'rays') {
    for (let i = 0; i < 60; i++) {
      const a = (i / 60) * 2 * Math.PI
      lines.push(
        `<path d="M428 300 L${(428 + 900 * Math.cos(a)).toFixed(0)} ${(300 + 900 * Math.sin(a)).toFixed(0)}" stroke="#77aacb" stroke-opacity="0.2" stroke-width="1.6"/>`,
      )
    }
  }
  return lines.join('')
}

/** A drawn silhouette: no real face stands on any test card. */
const portraitSvg = (photo: Family['photo'], random: Random): string => {
  const { x, y, width, height } = photo
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 100 132" preserveAspectRatio="none">
<rect width="100" height="132" fill="${random.pick(['#c22f2f', '#2f57c2'])}"/>
<ellipse cx="50" cy="138" rx="46" ry="48" fill="#e8e6e0"/>
<rect x="42" y="72" width="16" height="24" fill="#b98f6e"/>
<ellipse cx="50" cy="56" rx="23" ry="31" fill="#caa07e"/>
<path d="M26 54 a24 32 0 0 1 48 0 q-24 -18 -48 0z" fill="#1d1a19"/>
</svg>`
}

const scratchesSvg = (random: Random): string =>
  Array.from({ length: random.int(0, 5) }, () => {
    const x = random.range(0, 856)
    const y = random.range(0, 540)
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)} l${random.range(-120, 120).toFixed(0)} ${random.range(-60, 60).toFixed(0)}" stroke="#ffffff" stroke-opacity="${random.range(0.15, 0.5).toFixed(2)}" stroke-width="${random.range(0.5, 1.4).toFixed(1)}"/>`
  }).join('')
