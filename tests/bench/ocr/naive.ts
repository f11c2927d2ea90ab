import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM } from 'tesseract.js'
import type { KtpField } from '../../../src/shared/domain/ktp/fields.ts'

/** Reads a frame the way public KTP-OCR projects do; the yardstick to beat. */
export type NaiveReader = {
  readonly read: (jpeg: Uint8Array) => Promise<Partial<Record<KtpField, string>>>
  readonly close: () => Promise<void>
}

const require = createRequire(import.meta.url)

/** tesseract.js with the same language data on the untouched frame, then regular expressions on labels. */
export const createNaiveReader = async (): Promise<NaiveReader> => {
  const langPath = join(dirname(require.resolve('@tesseract.js-data/ind/package.json')), '4.0.0_best_int')
  const worker = await createWorker('ind', OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: 'none' })
  return {
    read: async (jpeg) => parseText((await worker.recognize(Buffer.from(jpeg))).data.text),
    close: async () => {
      await worker.terminate()
    },
  }
}

const parseText = (text: string): Partial<Record<KtpField, string>> => {
  const lines = text.split('\n').map((line) => line.trim().toUpperCase())
  const after = (label: RegExp): string => {
    const line = lines.find((l) => label.test(l)) ?? ''
    return line
      .replace(label, '')
      .replace(/^[^A-Z0-9]+/, '')
      .trim()
  }
  const birth = after(/.*(TEMPAT|TGL|LAHIR)[^:]*:?/)
  const date = /(\d{2})-(\d{2})-(\d{4})/.exec(birth)
  const sex = /(LAKI-LAKI|PEREMPUAN)/.exec(text.toUpperCase())?.[1]
  return {
    provinsi: after(/.*PROVINSI\s*/),
    kabKota: lines.find((l) => /(KABUPATEN|KOTA)\s/.test(l))?.replace(/^.*?(?=KABUPATEN|KOTA)/, '') ?? '',
    nik: /\d{16}/.exec(text.replace(/[ \t]/g, ''))?.[0] ?? '',
    nama: after(/.*NAMA\s*:?/),
    tempatLahir: birth.split(',')[0] ?? '',
    tanggalLahir: date ? `${date[3]}-${date[2]}-${date[1]}` : '',
    jenisKelamin: sex ?? '',
    golonganDarah: /DARAH\s*:?\s*(AB|A|B|O|-)([+-]?)/.exec(text.toUpperCase())?.slice(1).join('') ?? '',
    alamat: after(/.*ALAMAT\s*:?/),
    rtRw: /(\d{3})\s*\/\s*(\d{3})/.exec(text)?.[0].replace(/\s/g, '') ?? '',
    kelDesa: after(/.*(KEL\s*\/\s*DESA|KELIDESA|KEL.?DESA)\s*:?/),
    kecamatan: after(/.*KECAMATAN\s*:?/),
    agama: after(/.*AGAMA\s*:?/),
    statusPerkawinan: after(/.*PERKAWINAN\s*:?/),
    pekerjaan: after(/.*PEKERJAAN\s*:?/),
    kewarganegaraan: /\b(WNI|WNA)\b/.exec(text.toUpperCase())?.[1] ?? '',
    berlakuHingga: after(/.*HINGGA\s*:?/),
  }
}
