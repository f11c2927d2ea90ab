import { editDistance, findClosest } from '#shared/domain/ktp/closest.ts'
import { compareBirthDate, compareSex, factsOfNik } from '#shared/domain/ktp/cross-checks.ts'
import { KTP_CLOSED_LISTS, KTP_FIELDS, type KtpField } from '#shared/domain/ktp/fields.ts'
import { PEKERJAAN } from '#shared/domain/ktp/pekerjaan.ts'
import type { CardBox, FieldReading } from '#shared/domain/ktp/reading.ts'
import type { NikHint, NikReading } from '../nik/read-nik.ts'
import {
  asLetters,
  cleanAddress,
  cleanName,
  cleanPlace,
  findBlood,
  findDate,
  findRtRw,
  tidy,
} from './clean.ts'
import type { Box } from './crop.ts'
import type { RowName } from './labels.ts'
import type { CardPrint, Print } from './read-print.ts'
import type { Regions } from './regions.ts'

type Draft = { value: string; confidence: number; alternatives: string[]; box: Box | undefined }

const EMPTY: Draft = { value: '', confidence: 0, alternatives: [], box: undefined }

/** Birth date and sex as printed, for the NIK's vote. */
export const nikHint = (print: CardPrint): NikHint => {
  const text = (name: RowName): string => textOf(print.rows[name]?.pieces ?? [])
  const sex = closed(print.rows.jenisKelamin?.pieces ?? [], KTP_CLOSED_LISTS.jenisKelamin).value
  return {
    birthDate: findDate(text('ttl'))?.iso ?? '',
    woman: sex === 'PEREMPUAN' ? true : sex === 'LAKI-LAKI' ? false : undefined,
  }
}

/** Turns what was read into the 17 fields, each with a confidence of its own. */
export const makeFields = (
  print: CardPrint,
  nik: NikReading,
  regions: Regions,
  toCard: (box: Box) => CardBox,
): Record<KtpField, FieldReading> => {
  const row = (name: RowName): readonly Print[] => print.rows[name]?.pieces ?? []
  const [provinsi, kabKota] = readHeader(print.header, regions)
  const [tempatLahir, tanggalLahir] = readBirth(row('ttl'), regions)
  const kecamatan = regional(row('kecamatan'), regions.districtsOf(kabKota.value))
  const drafts: Record<KtpField, Draft> = {
    provinsi,
    kabKota,
    nik: {
      value: nik.value,
      confidence: nik.confidence,
      alternatives: [...nik.alternatives],
      box: print.nik?.print.box,
    },
    nama: freeText(row('nama'), cleanName),
    tempatLahir,
    tanggalLahir,
    jenisKelamin: closed(row('jenisKelamin'), KTP_CLOSED_LISTS.jenisKelamin),
    golonganDarah: readBlood(row('golonganDarah')[0]),
    alamat: atMost(freeText(row('alamat'), cleanAddress), UNCONFIRMED),
    rtRw: readRtRw(row('rtRw')),
    kelDesa: regional(row('kelDesa'), regions.villagesOf(kabKota.value, kecamatan.value)),
    kecamatan,
    agama: closed(row('agama'), KTP_CLOSED_LISTS.agama),
    statusPerkawinan: closed(row('statusPerkawinan'), KTP_CLOSED_LISTS.statusPerkawinan),
    pekerjaan: closed(row('pekerjaan'), PEKERJAAN),
    kewarganegaraan: closed(row('kewarganegaraan'), KTP_CLOSED_LISTS.kewarganegaraan),
    berlakuHingga: readUntil(row('berlakuHingga')),
  }
  crossCheck(drafts)
  // After the check: what came from the NIK does not support it.
  if (drafts.tanggalLahir.value === '' && nik.confidence >= SURE_NIK) {
    const iso = dateOfNik(nik.value, textOf(row('ttl')))
    if (iso !== undefined)
      drafts.tanggalLahir = { ...drafts.tanggalLahir, value: iso, confidence: DATE_OF_NIK }
  }
  return Object.fromEntries(
    KTP_FIELDS.map((name): [KtpField, FieldReading] => {
      const { value, confidence, alternatives, box } = drafts[name]
      return [
        name,
        {
          value,
          confidence: round(confidence),
          alternatives: alternatives.slice(0, 2),
          box: box ? toCard(box) : null,
        },
      ]
    }),
  ) as Record<KtpField, FieldReading>
}

const round = (n: number): number => Math.round(Math.max(0, Math.min(1, n)) * 1000) / 1000

/**
 * What Tesseract's word confidence is worth. Set by hand after looking at development frames, not fitted; a few
 * hard frames show it too trusting (docs/ocr.md).
 */
const trust = (confidence: number): number => {
  const points: readonly (readonly [number, number])[] = [
    [0, 0.1],
    [0.4, 0.45],
    [0.6, 0.65],
    [0.75, 0.8],
    [0.85, 0.92],
    [0.9, 0.96],
    [1, 0.985],
  ]
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i] as readonly [number, number]
    const [x0, y0] = points[i - 1] as readonly [number, number]
    if (confidence <= x1) return y0 + ((confidence - x0) / (x1 - x0)) * (y1 - y0)
  }
  return 0.985
}

const weakest = (pieces: readonly Print[]): number =>
  pieces.length === 0
    ? 0
    : Math.min(1, ...pieces.flatMap((piece) => piece.words.map((word) => word.confidence)))

const textOf = (pieces: readonly Print[]): string => pieces.map((piece) => piece.text).join(' ')

const boxOf = (pieces: readonly Print[]): Box | undefined => {
  const [first] = pieces
  if (!first) return undefined
  return {
    left: Math.min(...pieces.map((p) => p.box.left)),
    top: Math.min(...pieces.map((p) => p.box.top)),
    right: Math.max(...pieces.map((p) => p.box.right)),
    bottom: Math.max(...pieces.map((p) => p.box.bottom)),
  }
}

/** The most that one reading alone, or two that differ, can be trusted. */
const UNCONFIRMED = 0.93
const DISPUTED = 0.8

/** What a value is worth: its weakest word, and less when a second reading did not say the same. */
const trustOf = (pieces: readonly Print[]): number => {
  const said = trust(weakest(pieces))
  if (pieces.some((piece) => piece.confirmed === false)) return Math.min(DISPUTED, said)
  return pieces.every((piece) => piece.confirmed) ? said : Math.min(UNCONFIRMED, said)
}

/** The value as the other readings have it, where there is another one. */
const otherText = (pieces: readonly Print[], clean: (text: string) => string, value: string): string[] => {
  if (pieces.every((piece) => piece.other === undefined)) return []
  const other = clean(pieces.map((piece) => piece.other ?? piece.text).join(' '))
  return other === '' || other === value ? [] : [other]
}

const freeText = (pieces: readonly Print[], clean: (text: string) => string): Draft => {
  const value = clean(textOf(pieces))
  if (value === '') return { ...EMPTY, box: boxOf(pieces) }
  return {
    value,
    confidence: trustOf(pieces),
    alternatives: otherText(pieces, clean, value),
    box: boxOf(pieces),
  }
}

/** A draft that is never worth more than this: both readings lose the same full stops of an address. */
const atMost = (draft: Draft, most: number): Draft => ({
  ...draft,
  confidence: Math.min(most, draft.confidence),
})

/** Letters, digits and signs that tell entries apart; no spaces or full stops. */
const squeeze = (text: string): string => text.replace(/[ .,]/g, '')

/**
 * A value of a closed list: the nearest entry when the print supports it (at most a third of its letters
 * differ and no other entry is as near), else the print as it stands, unsure.
 */
const closed = (pieces: readonly Print[], list: readonly string[]): Draft => {
  const printed = asLetters(tidy(textOf(pieces)))
  if (printed === '') return { ...EMPTY, box: boxOf(pieces) }
  // Spaces are the least certain part of a reading: entries are compared without them.
  const closest = findClosest(squeeze(printed), list.map(squeeze))
  const entry = list.find((item) => closest && squeeze(item) === closest.value)
  if (!closest || entry === undefined) return freeText(pieces, tidy)
  const share = closest.distance / closest.value.length
  const alternatives =
    closest.second === undefined || closest.distance === 0
      ? []
      : [list.find((item) => squeeze(item) === closest.second) ?? closest.second]
  if (closest.distance === 0)
    return {
      value: entry,
      confidence: Math.max(0.97, trust(weakest(pieces))),
      alternatives,
      box: boxOf(pieces),
    }
  if (share <= 0.34 && closest.margin >= 1) {
    return {
      value: entry,
      confidence: 0.96 - share - (closest.margin === 1 ? 0.1 : 0),
      alternatives,
      box: boxOf(pieces),
    }
  }
  const within = entryWithin(printed, list)
  if (within !== undefined)
    return {
      value: within,
      confidence: Math.min(DISPUTED, trust(weakest(pieces))),
      alternatives: [],
      box: boxOf(pieces),
    }
  return {
    value: printed,
    confidence: Math.min(0.6, trust(weakest(pieces))),
    alternatives: [entry],
    box: boxOf(pieces),
  }
}

/** The longest entry that stands in a text word for word: dirt, or the next label, was read along with the value. */
const entryWithin = (printed: string, list: readonly string[]): string | undefined => {
  const words = printed.split(/[ :;]+/)
  const stretches = new Set(
    words.flatMap((_, from) =>
      words.slice(from).map((_, n) => squeeze(words.slice(from, from + n + 1).join(''))),
    ),
  )
  return list.filter((entry) => stretches.has(squeeze(entry))).sort((a, b) => b.length - a.length)[0]
}

/**
 * A place name: the official names are a hint only, cards spell some differently. An exact match
 * confirms; a name one letter away replaces the print only where the print itself was unsure.
 */
const regional = (pieces: readonly Print[], names: readonly string[]): Draft => {
  const draft = freeText(pieces, cleanPlace)
  const clean = withoutDirt(draft.value, names)
  if (clean !== undefined)
    return {
      ...draft,
      value: clean,
      confidence: Math.min(DISPUTED, draft.confidence),
      alternatives: [draft.value],
    }
  return supportByNames(draft, names, weakest(pieces))
}

/** The official name that is left without the dirt at a value's ends: a few signs for the colon, odd signs behind the name. */
const withoutDirt = (value: string, names: readonly string[]): string | undefined => {
  if (names.includes(value)) return undefined
  const before = value.replace(/^\S{1,4} /, '')
  const behind = /[^A-Z]\S*$/.test(value.split(' ').at(-1) ?? '')
  return [before, ...(behind ? [value, before].map((text) => text.replace(/ \S+$/, '')) : [])].find((text) =>
    names.includes(text),
  )
}

const supportByNames = (draft: Draft, names: readonly string[], wordConfidence: number): Draft => {
  if (draft.value === '' || names.length === 0) return draft
  const closest = findClosest(draft.value, names)
  if (!closest) return draft
  if (closest.distance === 0) return { ...draft, confidence: Math.max(draft.confidence, 0.985) }
  // Spaces and full stops are the least certain part of a reading.
  if (squeeze(closest.value) === squeeze(draft.value))
    return {
      ...draft,
      value: closest.value,
      confidence: Math.max(draft.confidence, 0.96),
      alternatives: [draft.value],
    }
  const near = closest.distance <= Math.max(1, Math.floor(closest.value.length / 6)) && closest.margin >= 1
  if (!near) return { ...draft, confidence: Math.min(draft.confidence, 0.93) }
  return wordConfidence < 0.9
    ? { ...draft, value: closest.value, confidence: 0.9, alternatives: [draft.value] }
    : { ...draft, confidence: Math.min(draft.confidence, 0.85), alternatives: [closest.value] }
}

/** Province and regency are the two rows above the NIK that are most like an official name. */
const readHeader = (header: readonly Print[], regions: Regions): [Draft, Draft] => {
  // A row that names a regency is no province's, also where the one above it was not read.
  const above = header.filter((piece) => !REGENCY.test(asLetters(tidy(piece.text))))
  const provinces = (above.length === 0 ? [] : header).map((piece) =>
    headerName(piece, regions.provinces, withoutProvinsi),
  )
  const first = mostLike(provinces, regions.provinces)
  const provinsi = provinces[first] ?? EMPTY
  const below = provinces.length === 0 ? header : header.slice(first + 1)
  const regencies = regions.regenciesOf(provinsi.value)
  const names = below.map((piece) => headerName(piece, regencies, (text) => text))
  return [provinsi, names[mostLike(names, regencies)] ?? EMPTY]
}

const REGENCY = /^(KABUPATEN|KOTA) /

const withoutProvinsi = (text: string): string => text.replace(/^P\S{5,9}\s+/, '')

/** Index of the draft that is nearest to a name of the list, 0 for none. */
const mostLike = (drafts: readonly Draft[], names: readonly string[]): number => {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  drafts.forEach((draft, i) => {
    const closest = draft.value === '' ? undefined : findClosest(draft.value, names)
    const share = closest ? closest.distance / closest.value.length : Number.POSITIVE_INFINITY
    if (share >= least) return
    least = share
    best = i
  })
  return best
}

const headerName = (
  piece: Print | undefined,
  names: readonly string[],
  strip: (text: string) => string,
): Draft => {
  if (!piece) return EMPTY
  const value = strip(
    asLetters(tidy(piece.text))
      .replace(/[^A-Z .\-']/g, '')
      .trim(),
  )
  const words = piece.words
  const confidence = Math.min(1, ...words.map((word) => word.confidence))
  const draft: Draft = { value, confidence: trust(confidence), alternatives: [], box: piece.box }
  const closest = findClosest(value, names)
  if (!closest) return draft
  if (closest.distance === 0) return { ...draft, confidence: Math.max(0.985, draft.confidence) }
  // The header's lists are complete (38 provinces, 514 regencies): a near miss is a misreading.
  if (closest.distance <= closest.value.length * 0.25 && closest.margin >= 2) {
    return {
      ...draft,
      value: closest.value,
      confidence: 0.965 - closest.distance * 0.03,
      alternatives: [value],
    }
  }
  return { ...draft, confidence: Math.min(draft.confidence, 0.85), alternatives: [closest.value] }
}

const readBirth = (pieces: readonly Print[], regions: Regions): [Draft, Draft] => {
  const text = textOf(pieces)
  const box = boxOf(pieces)
  const date = findDate(text)
  const place = cleanPlace(date ? date.before : tidy(text).replace(/[\d\s,.-]+$/, ''))
  const words = pieces.flatMap((piece) => piece.words)
  const sure = (from: number, to: number): number =>
    Math.min(1, ...words.slice(from, to).map((word) => word.confidence))
  const dateWords = Math.min(words.length, 1)
  const most = pieces.some((piece) => piece.confirmed === false) ? UNCONFIRMED : 1
  const placeDraft: Draft = {
    value: place,
    confidence: place === '' ? 0 : Math.min(most, trust(sure(0, words.length - dateWords))),
    alternatives: [],
    box,
  }
  const names = regions.regenciesOf('').map((name) => name.replace(/^(KABUPATEN|KOTA) /, ''))
  const exact = names.includes(place)
  const near = findClosest(place, names)
  const supported: Draft = exact
    ? { ...placeDraft, confidence: Math.max(placeDraft.confidence, 0.98) }
    : near && near.distance === 1 && place.length > 4
      ? { ...placeDraft, confidence: Math.min(placeDraft.confidence, 0.85), alternatives: [near.value] }
      : placeDraft
  return [
    supported,
    date
      ? {
          value: date.iso,
          confidence: Math.min(most, trust(sure(words.length - dateWords, words.length))),
          alternatives: [],
          box,
        }
      : { ...EMPTY, box },
  ]
}

/** From here on a NIK may tell what a damaged date says. */
const SURE_NIK = 0.9
/** What a date is worth that only the NIK told in full. */
const DATE_OF_NIK = 0.7
/** How many of a date's eight digits a damaged print may lack or have wrong. */
const DAMAGED_DIGITS = 3

/** The date that a NIK tells (ISO), where the digits left of a damaged printed one go with it; else undefined. */
const dateOfNik = (nik: string, printed: string): string | undefined => {
  const facts = factsOfNik(nik)
  if (!facts) return undefined
  const digits = (/[^A-Z]*$/.exec(tidy(printed))?.[0] ?? '').replace(/\D/g, '')
  const two = (n: number): string => String(n).padStart(2, '0')
  return (
    ['19', '20']
      .map((century) => ({
        iso: `${century}${two(facts.year)}-${two(facts.month)}-${two(facts.day)}`,
        off: editDistance(`${two(facts.day)}${two(facts.month)}${century}${two(facts.year)}`, digits),
      }))
      // Nobody is born after today; a century that damage left open is the one that has been.
      .filter(({ iso, off }) => off <= DAMAGED_DIGITS && iso <= new Date().toISOString().slice(0, 10))
      .sort((a, b) => a.off - b.off)[0]?.iso
  )
}

/** What a value is worth that only the second reading has. */
const UNREAD_FIRST = 0.7

const readBlood = (piece: Print | undefined): Draft => {
  // An empty blood group is printed as "-" or left out.
  if (!piece) return { value: '-', confidence: 0.6, alternatives: [], box: undefined }
  const value = findBlood(piece.text)
  const last = piece.words.at(-1)?.confidence ?? 0
  const other = findBlood(piece.other ?? '')
  if (value === '' && other !== '')
    return { value: other, confidence: UNREAD_FIRST, alternatives: ['-'], box: piece.box }
  if (value.endsWith('+') && !piece.text.includes('+'))
    return {
      value,
      confidence: Math.min(DISPUTED, trust(last)),
      alternatives: [value.slice(0, -1)],
      box: piece.box,
    }
  if (value === '') return { value: '-', confidence: 0.7, alternatives: [], box: piece.box }
  return {
    value,
    confidence: value === '-' ? Math.min(0.9, trust(last)) : trust(last),
    alternatives: [],
    box: piece.box,
  }
}

const readRtRw = (pieces: readonly Print[]): Draft => {
  const value = findRtRw(textOf(pieces))
  if (value === '') return { ...EMPTY, box: boxOf(pieces) }
  const shaped = /^\d{3}\/\d{3}$/.test(value)
  return {
    value,
    confidence: shaped ? trustOf(pieces) : 0.5,
    alternatives: otherText(pieces, findRtRw, value),
    box: boxOf(pieces),
  }
}

const readUntil = (pieces: readonly Print[]): Draft => {
  const text = textOf(pieces)
  const date = findDate(text)
  if (date)
    return {
      value: date.iso.split('-').reverse().join('-'),
      confidence: trust(weakest(pieces)),
      alternatives: [],
      box: boxOf(pieces),
    }
  return closed(pieces, ['SEUMUR HIDUP'])
}

/** NIK, birth date and sex say the same twice: agreement raises confidence, contradiction lowers it, nothing is overwritten. */
const crossCheck = (drafts: Record<KtpField, Draft>): void => {
  const nik = drafts.nik.value
  const birth = compareBirthDate(nik, drafts.tanggalLahir.value)
  if (birth === 'agree') {
    drafts.tanggalLahir.confidence = Math.max(drafts.tanggalLahir.confidence, 0.99)
    drafts.nik.confidence = Math.min(0.99, drafts.nik.confidence + 0.03)
  } else if (birth === 'differ') {
    drafts.tanggalLahir.confidence = Math.min(drafts.tanggalLahir.confidence, 0.7)
    drafts.nik.confidence = Math.min(drafts.nik.confidence, 0.7)
  }
  const sex = compareSex(nik, drafts.jenisKelamin.value)
  if (sex === 'agree') drafts.jenisKelamin.confidence = Math.max(drafts.jenisKelamin.confidence, 0.985)
  if (sex === 'differ') drafts.nik.confidence = Math.min(drafts.nik.confidence, 0.7)
}
