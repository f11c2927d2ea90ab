import { blurred, drawSvg, webcamJpeg } from '../../helpers/pictures.ts'
import { CARD_HEIGHT, CARD_WIDTH } from './card.ts'
import { type TextStyle, textPath } from './fonts.ts'
import { photograph } from './frame.ts'
import { createRandom } from './random.ts'

/** Cards that are not the front of a KTP. */
export type OtherCard = 'bank' | 'driving-licence' | 'ktp-back'

const DRAWINGS: Readonly<
  Record<
    OtherCard,
    { readonly colour: string; readonly lines: readonly (readonly [string, number, number, number])[] }
  >
> = {
  bank: {
    colour: '#1d3a6b',
    lines: [
      ['BANK CONTOH', 60, 90, 44],
      ['5123 4500 0000 0008', 60, 330, 58],
      ['BERLAKU SAMPAI 12/29', 60, 400, 24],
      ['BUDI SANTOSO', 60, 470, 34],
    ],
  },
  'driving-licence': {
    colour: '#e8c9cf',
    lines: [
      ['SURAT IZIN MENGEMUDI', 200, 50, 34],
      ['DRIVING LICENSE', 280, 84, 24],
      ['1. BUDI SANTOSO', 60, 170, 24],
      ['2. BANDUNG, 01-02-1990', 60, 206, 24],
      ['3. O - PRIA', 60, 242, 24],
      ['4. JL. MERDEKA NO. 1', 60, 278, 24],
      ['5. WIRASWASTA', 60, 314, 24],
      ['6. JAWA BARAT', 60, 350, 24],
      ['0000-0000-000000', 60, 420, 30],
    ],
  },
  'ktp-back': { colour: '#a8d3ea', lines: [] },
}

/** Photographs a card that is not the front of a KTP, as `photograph` does a KTP. */
export const makeOtherCard = async (seed: number, kind: OtherCard): Promise<Uint8Array> => {
  const { colour, lines } = DRAWINGS[kind]
  const ink = kind === 'bank' ? '#e8e8ee' : '#202028'
  const paths = lines
    .map(([text, x, y, size]) => {
      const style: TextStyle = { font: 'arimo', weight: 700, size }
      return `<path d="${textPath(text, x, y, style)}" fill="${ink}"/>`
    })
    .join('')
  // The back of a KTP shows the map of Indonesia: here, blots in its place.
  const map =
    kind === 'ktp-back'
      ? Array.from(
          { length: 14 },
          (_, i) =>
            `<ellipse cx="${90 + i * 52}" cy="${270 + ((i * 37) % 60)}" rx="${20 + ((i * 13) % 24)}" ry="14" fill="#5e8fae"/>`,
        ).join('')
      : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 856 540"><rect width="856" height="540" fill="${colour}"/>${paths}${map}</svg>`

  return (await photograph(await drawSvg(svg), createRandom(seed), { severity: 'easy' })).jpeg
}

/** An open hand in the colour of skin on a desk: five fingers and a palm. */
export const makeHand = async (): Promise<Uint8Array> => {
  const fingers = [0, 1, 2, 3, 4]
    .map(
      (i) =>
        `<rect x="${700 + i * 110}" y="${200 + Math.abs(i - 2) * 60}" width="90" height="460" rx="45" fill="#c58f6d"/>`,
    )
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080"><rect width="1920" height="1080" fill="#6b5a48"/>${fingers}<ellipse cx="960" cy="760" rx="300" ry="260" fill="#c58f6d"/></svg>`
  return webcamJpeg(await blurred(await drawSvg(svg), 2))
}
