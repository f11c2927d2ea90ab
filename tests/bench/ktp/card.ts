import { drawSvg } from '../../helpers/pictures.ts'
import type { Family, NikFace, RowKey } from './families.ts'
import { type TextStyle, textPath, textWidth } from './fonts.ts'
import type { KtpTruth } from './people.ts'
import type { Random } from './random.ts'
import { guilloche, hologram, islands, portrait, signature, wear } from './surface.ts'

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
  'long-words': {
    ttl: 'Tempat/Tanggal Lahir',
    sex: 'Jenis Kelamin',
    blood: 'Golongan Darah',
    rt: 'RT/RW',
    village: 'Kelurahan/Desa',
    until: 'Berlaku Sampai',
    citizen: 'Warga Negara',
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

/** Draws one card of a development family: its raster, 1712 × 1080 RGB. */
export const drawCard = async (
  person: KtpTruth,
  family: Family,
  nikFace: NikFace,
  random: Random,
): Promise<RgbImage> => {
  return drawSvg(cardSvg(person, family, nikFace, random))
}

const cardSvg = (person: KtpTruth, family: Family, nikFace: NikFace, random: Random): string => {
  const sheet = layOut(person, family, nikFace, random)
  const { photo } = family
  const under = photo.x + photo.width / 2
  const [from, to] = family.colours
  const worn = random.range(0, 1)
  const strength = random.range(0.1, 0.42)
  const ink = random.range(0.6, 1)
  // Values are printed later than labels on real cards: a little off and a little turned.
  const turn = `rotate(${random.range(-0.35, 0.35).toFixed(2)} 400 300)`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 856 540" shape-rendering="geometricPrecision">
<defs><linearGradient id="body" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="856" height="540" fill="url(#body)"/>
${random.chance(0.6) ? guilloche(random, '#5b97bd', strength) : ''}
${random.chance(0.4) ? islands(random, '#7fb4d0', strength * 0.8) : ''}
${backgroundSvg(family.background, random)}
<g fill="${family.ink}" fill-opacity="${Math.min(1, ink * 1.05).toFixed(2)}"><path d="${sheet.preprinted.join('')}"/></g>
<g fill="${family.ink}" fill-opacity="${ink.toFixed(2)}" transform="${turn}"><path d="${sheet.printed.join('')}"/></g>
${portrait(photo, random)}
${signature(random, under - 60, photo.y + photo.height + 78)}
${random.chance(0.5) ? hologram(random, 'rainbow') : ''}
${wear(random, from, worn)}
</svg>`
}

/** The two layers of print as SVG paths: what every card of a family shares, and what is this person's. */
const layOut = (
  person: KtpTruth,
  family: Family,
  nikFace: NikFace,
  random: Random,
): { preprinted: string[]; printed: string[] } => {
  const label: TextStyle = { font: family.labelFont, weight: family.labelWeight, size: family.labelSize }
  const value: TextStyle = { font: family.valueFont, weight: family.valueWeight, size: family.valueSize }
  const small: TextStyle = { ...value, size: family.valueSize * 0.86 }
  const words = LABELS[family.labels]
  const printed: string[] = []
  const preprinted: string[] = []
  const offsetX = random.range(-5, 5)
  const offsetY = random.range(-3, 3)
  const pitch = family.rows.pitch * random.range(0.98, 1.02)
  const { labelX, colonX, valueX, indent } = family.rows
  const centred = (text: string, x: number, y: number, style: TextStyle) =>
    textPath(text, x - textWidth(text, style) / 2, y, style)

  const head: TextStyle = { font: family.valueFont, weight: family.header.weight, size: family.header.size }
  const place = family.headerLeft ? textPath : centred
  const room = family.headerLeft ? 700 : Math.min(780, 2 * family.header.x - 30)
  for (const [i, text] of [`PROVINSI ${person.provinsi}`, person.kabKota].entries()) {
    const fit = Math.min(1, room / textWidth(text, head))
    preprinted.push(place(text, family.header.x, family.header.y[i] ?? 0, { ...head, size: head.size * fit }))
  }

  const nikLabel: TextStyle = { ...label, size: family.nik.labelSize }
  preprinted.push(textPath('NIK', family.nik.labelX, family.nik.y, nikLabel))
  if (family.nik.colon) preprinted.push(textPath(':', family.nik.valueX - 22, family.nik.y, nikLabel))
  const nikStyle: TextStyle = {
    font: nikFace.font,
    weight: nikFace.weight,
    size: family.nik.size * nikFace.scale * random.range(0.92, 1.08),
    spacing: nikFace.spacing + random.range(-0.02, 0.09),
  }
  printed.push(textPath(person.nik, family.nik.valueX + offsetX, family.nik.y + offsetY, nikStyle))

  let y = family.rows.y
  const row = (name: string, text: string, options: { indent?: boolean; lines?: number } = {}): number => {
    const left = labelX + (options.indent ? indent : 0)
    preprinted.push(textPath(name, left, y, label))
    const colon = family.colons === 'after-label' ? left + textWidth(name, label) + 4 : colonX
    if (family.colons !== 'none') preprinted.push(textPath(':', colon, y, label))
    const start = family.ragged ? colon + 14 : valueX
    const lines = options.lines === 2 ? wrap(text, value, family.wrapWidth) : [text]
    let end = start
    // A line that is still too long is set narrower, as the print software does.
    for (const line of lines) {
      const fit = Math.min(1, (family.photo.x - start - 12) / textWidth(line, value))
      const style = { ...value, size: value.size * fit }
      printed.push(textPath(line, start + offsetX, y + offsetY, style))
      end = Math.max(end, start + textWidth(line, style))
      y += pitch + random.range(-0.7, 0.7)
    }
    return end
  }
  const bloodBeside = !family.order.includes('blood')
  const rows: Readonly<Record<RowKey, () => void>> = {
    nama: () => row('Nama', person.nama, { lines: 2 }),
    ttl: () => row(words.ttl, `${person.tempatLahir}, ${indonesianDate(person.tanggalLahir)}`),
    sex: () => {
      const at = y
      row(words.sex, person.jenisKelamin)
      if (!bloodBeside) return
      preprinted.push(textPath(`${words.blood} :`, family.bloodX - 40, at, label))
      const blood = person.golonganDarah
      const x = family.bloodX - 40 + textWidth(`${words.blood} : `, label) + offsetX
      if (blood !== '-' || random.chance(0.7)) printed.push(textPath(blood, x, at + offsetY, value))
    },
    blood: () => row(words.blood, person.golonganDarah),
    alamat: () => row('Alamat', person.alamat, { lines: 2 }),
    rt: () => row(words.rt, person.rtRw, { indent: true }),
    village: () => row(words.village, person.kelDesa, { indent: true }),
    kecamatan: () => row('Kecamatan', person.kecamatan, { indent: true }),
    agama: () => {
      const at = y
      row('Agama', person.agama)
      if (family.citizenX === undefined) return
      const name = `${words.citizen} :`
      preprinted.push(textPath(name, family.citizenX, at, label))
      const x = family.citizenX + textWidth(`${name} `, label) + offsetX
      printed.push(textPath(person.kewarganegaraan, x, at + offsetY, value))
    },
    status: () => row('Status Perkawinan', person.statusPerkawinan),
    pekerjaan: () => row('Pekerjaan', person.pekerjaan),
    citizen: () => row(words.citizen, person.kewarganegaraan),
    until: () => row(words.until, person.berlakuHingga),
  }
  for (const key of family.order) rows[key]()

  if (family.issue) {
    const { photo } = family
    const under = photo.x + photo.width / 2
    const town = person.kabKota.replace(/^(KABUPATEN|KOTA) /, '')
    const fit = Math.min(1, 200 / textWidth(town, small))
    const date = `${String(random.int(1, 28)).padStart(2, '0')}-${String(random.int(1, 12)).padStart(2, '0')}-${random.int(2012, 2024)}`
    printed.push(centred(town, under, photo.y + photo.height + 26, { ...small, size: small.size * fit }))
    printed.push(centred(date, under, photo.y + photo.height + 50, small))
  }
  return { preprinted, printed }
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
