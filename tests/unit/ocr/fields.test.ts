import { describe, expect, it } from 'vitest'
import { makeFields } from '../../../src/main/services/ocr/text/fields.ts'
import type { RowName } from '../../../src/main/services/ocr/text/labels.ts'
import type { Print } from '../../../src/main/services/ocr/text/read-print.ts'
import { loadRegions } from '../../../src/main/services/ocr/text/regions.ts'

const regions = loadRegions()
const NIK = '3205130110570050'

const printOf = (text: string): Print => ({
  text,
  words: text.split(' ').map((word, i) => ({
    text: word,
    confidence: 0.9,
    left: i * 100,
    right: i * 100 + 90,
    top: 0,
    bottom: 20,
    middles: [],
  })),
  box: { left: 0, top: 0, right: 100, bottom: 20 },
})

/** The fields of a card on which only some rows were read. */
const fieldsOf = (rows: Partial<Record<RowName, string>>, nikConfidence = 0.98) =>
  makeFields(
    {
      rows: Object.fromEntries(
        Object.entries(rows).map(([name, text]) => [name, { likeness: 1, pieces: [printOf(text)] }]),
      ),
      header: [],
      nik: undefined,
    },
    { value: NIK, confidence: nikConfidence, alternatives: [] },
    regions,
    () => ({ x: 0, y: 0, width: 1, height: 1 }),
  )

describe('an entry of a closed list', () => {
  it('is found where the next label was read along with it, and is never sure', () => {
    const { jenisKelamin, agama } = fieldsOf({
      jenisKelamin: 'PEREMPUAN GOL. DARAH : O',
      agama: 'KONGHUCU - KEWARGANE',
    })
    expect(jenisKelamin.value).toBe('PEREMPUAN')
    expect(agama.value).toBe('KONGHUCU')
    expect(Math.max(jenisKelamin.confidence, agama.confidence)).toBeLessThan(0.95)
  })
  it('is the longest that stands there', () => {
    expect(fieldsOf({ statusPerkawinan: 'BELUM KAWIN PEKERJAAN' }).statusPerkawinan.value).toBe('BELUM KAWIN')
  })
  it('is not made of parts of words', () => {
    expect(fieldsOf({ agama: 'ISLAMABADIYAH TENGAH' }).agama.value).not.toBe('ISLAM')
  })
})

describe('a district', () => {
  const districtOf = (text: string) =>
    makeFields(
      {
        rows: { kecamatan: { likeness: 1, pieces: [printOf(text)] } },
        header: ['PROVINSI JAWA BARAT', 'KABUPATEN SUKABUMI'].map(printOf),
        nik: undefined,
      },
      { value: NIK, confidence: 0.98, alternatives: [] },
      regions,
      () => ({ x: 0, y: 0, width: 1, height: 1 }),
    ).kecamatan
  it('loses the dirt at its ends where an official name is left, and is not sure then', () => {
    for (const print of ['S. KALAPANUNGGAL', 'KALAPANUNGGAL AG,', 'I37 KALAPANUNGGAL']) {
      expect(districtOf(print).value).toBe('KALAPANUNGGAL')
      expect(districtOf(print).confidence).toBeLessThan(0.95)
    }
  })
  it('keeps a word that no official name has', () => {
    expect(districtOf('KALAPANUNGGAL BARAT').value).toBe('KALAPANUNGGAL BARAT')
    expect(districtOf('KALAPANUNGGAL II').value).toBe('KALAPANUNGGAL II')
  })
})

describe('a birth date that glare damaged', () => {
  it('is what the NIK says, unsure, where most of its digits go with it', () => {
    const { tanggalLahir, tempatLahir } = fieldsOf({ ttl: 'KUBU RAYA, 0126-1957' })
    expect(tanggalLahir.value).toBe('1957-10-01')
    expect(tanggalLahir.confidence).toBeLessThan(0.95)
    expect(tempatLahir.value).toBe('KUBU RAYA')
  })
  it('stays empty where too few digits are left, they say something else, or the NIK is unsure', () => {
    expect(fieldsOf({ ttl: 'KUBU RAYA, 01 7' }).tanggalLahir.value).toBe('')
    expect(fieldsOf({ ttl: 'KUBU RAYA, 2339-1984' }).tanggalLahir.value).toBe('')
    expect(fieldsOf({ ttl: 'KUBU RAYA, 0126-1957' }, 0.6).tanggalLahir.value).toBe('')
  })
})
