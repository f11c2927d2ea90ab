/** A sentence for whoever started a program of the central, in both languages of the project. */
export type Sentence = { readonly id: string; readonly en: string }

/** An expected failure of a program: said without a stack. */
export class ProgramFailure extends Error {
  readonly said: Sentence
  constructor(said: Sentence) {
    super(said.en)
    this.said = said
  }
}

/** What the system's error codes mean here and what to do. */
const BY_CODE: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: {
    id: 'Port itu sedang dipakai program lain. Pilih port lain; --port 0 memilih yang bebas.',
    en: 'That port is in use. Choose another; --port 0 picks a free one.',
  },
  EADDRNOTAVAIL: {
    id: 'Alamat pada --host bukan milik komputer ini. Pakai 127.0.0.1.',
    en: 'The address of --host is not one of this computer. Use 127.0.0.1.',
  },
  EACCES: {
    id: 'Pengguna ini tidak boleh memakai folder atau port itu. Periksa izinnya, atau pilih yang lain.',
    en: 'This user may not use that folder or port. Check its permissions, or choose another.',
  },
  ENOENT: {
    id: 'Folder itu tidak ada. Periksa --data-dir.',
    en: 'That folder does not exist. Check --data-dir.',
  },
  ENOTDIR: {
    id: 'Itu bukan folder. Periksa --data-dir.',
    en: 'That is no folder. Check --data-dir.',
  },
  EEXIST: {
    id: 'Itu bukan folder. Periksa --data-dir.',
    en: 'That is no folder. Check --data-dir.',
  },
  ENOSPC: {
    id: 'Disk penuh. Kosongkan sebagian, lalu mulai lagi.',
    en: 'The disk is full. Make room, then start again.',
  },
  EROFS: {
    id: 'Disk itu hanya dapat dibaca. Pilih folder lain dengan --data-dir.',
    en: 'That disk is read-only. Choose another folder with --data-dir.',
  },
}

const sentenceOf = (cause: unknown): Sentence => {
  if (cause instanceof ProgramFailure) return cause.said
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known = BY_CODE[code]
  if (known) return known
  if (code.startsWith('ERR_PARSE_ARGS'))
    return {
      id: 'Pilihan pada baris perintah tidak dikenal. --help menampilkan semua pilihan.',
      en: 'An option of the command line is not known. --help lists the options.',
    }
  const said = cause instanceof Error ? cause.message : String(cause)
  return { id: `Gangguan yang tidak terduga: ${said}`, en: `Something unexpected happened: ${said}` }
}

/** Runs a program of the central; answers or sets its exit code, and says a failure on stderr. */
export async function runProgram(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (cause) {
    const { id, en } = sentenceOf(cause)
    process.stderr.write(`✗ ${id}\n✗ ${en}\n`)
    process.exitCode = 1
  }
}
