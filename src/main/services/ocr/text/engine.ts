import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import type { GreyImage } from '../image/raster.ts'
import { toPgm } from './crop.ts'

/** One word as Tesseract read it; positions in pixels of the given picture. */
export type ReadWord = {
  readonly text: string
  /** 0..1. */
  readonly confidence: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Middle of each character, left to right; as many as `text` has characters, else empty. */
  readonly middles: readonly number[]
}

/** What kind of print a picture holds: one line, a block of lines, or a single word. */
export type PrintKind = 'line' | 'block' | 'word'

/** Several Tesseract instances that share a queue; each works on one picture at a time. */
export type TextEngine = {
  /** Reads a picture of dark print on white. */
  readonly read: (picture: GreyImage, kind: PrintKind) => Promise<ReadWord[]>
  readonly close: () => Promise<void>
}

const MODES = { line: PSM.SINGLE_LINE, block: PSM.SINGLE_BLOCK, word: PSM.SINGLE_WORD } as const

const resolver = createRequire(import.meta.url)

/** Folder of the Indonesian language data (1.2 MB, quantised): read from the package, never from a CDN. */
const languageFolder = (): string =>
  join(dirname(resolver.resolve('@tesseract.js-data/ind/package.json')), '4.0.0_best_int')

const startWorker = async (): Promise<Worker> =>
  createWorker(
    'ind',
    OEM.LSTM_ONLY,
    { langPath: languageFolder(), gzip: true, cacheMethod: 'none' },
    // Names and places are not dictionary words; without the dictionaries loading is faster too.
    { load_system_dawg: '0', load_freq_dawg: '0' },
  )

/** Starts `count` Tesseract instances (0.6 s; 150 MB for the first, 40 MB for each further one). */
export const createTextEngine = async (count: number): Promise<TextEngine> => {
  const workers = await Promise.all(Array.from({ length: count }, startWorker))
  const modes = new Map<Worker, PrintKind>()
  const idle = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const take = (): Promise<Worker> => {
    const worker = idle.pop()
    return worker ? Promise.resolve(worker) : new Promise((resolve) => waiting.push(resolve))
  }
  const give = (worker: Worker): void => {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  return {
    read: async (picture, kind) => {
      const worker = await take()
      try {
        if (modes.get(worker) !== kind) {
          await worker.setParameters({
            tessedit_pageseg_mode: MODES[kind],
            user_defined_dpi: '300',
          })
          modes.set(worker, kind)
        }
        const { data } = await worker.recognize(toPgm(picture), {}, { text: false, blocks: true })
        return (data.blocks ?? []).flatMap((block) =>
          block.paragraphs.flatMap((paragraph) =>
            paragraph.lines.flatMap((line) =>
              line.words.map(
                (word): ReadWord => ({
                  text: word.text,
                  confidence: word.confidence / 100,
                  left: word.bbox.x0,
                  top: word.bbox.y0,
                  right: word.bbox.x1,
                  bottom: word.bbox.y1,
                  middles:
                    word.symbols.length === [...word.text].length
                      ? word.symbols.map((symbol) => (symbol.bbox.x0 + symbol.bbox.x1) / 2)
                      : [],
                }),
              ),
            ),
          ),
        )
      } finally {
        give(worker)
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
