import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../ui/index.ts'
import { filesToBase64 } from '../capture/index.ts'
import { useStep } from '../step/index.ts'

/** Larger than any photo or scan of one page: said before the bytes are read. */
const MAX_FILE_BYTES = 30_000_000

const PICTURES = ['image/jpeg', 'image/png']
/** What the window of the operating system offers; the core looks at the content. */
const OFFERED = { pictures: PICTURES, documents: ['application/pdf', ...PICTURES] } as const

type FileChooserProps = {
  /** Id of the form's document request: what is wrong with a file is said beside it. */
  readonly kind: string
  readonly offered: keyof typeof OFFERED
  readonly busy: boolean
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly label?: string
  /** @param contents base64 */
  readonly onFiles: (contents: readonly Blob[]) => void
}

/** A button that lets files be chosen from a stick, and reads them. */
export function FileChooser({ kind, offered, busy, icon, children, label, onFiles }: FileChooserProps) {
  const { showIssues } = useStep()
  const choose = async (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    if (files.some(({ size }) => size > MAX_FILE_BYTES))
      return showIssues([{ field: kind, code: 'document.too-large' }])
    const read = await filesToBase64(files)
    if (typeof read === 'string') return showIssues([{ field: kind, code: `document.${read}` }])
    onFiles(read)
  }
  return (
    <FileTrigger acceptedFileTypes={OFFERED[offered]} allowsMultiple onSelect={(files) => void choose(files)}>
      <Button icon={icon} busy={busy} onPress={() => undefined} {...(label === undefined ? {} : { label })}>
        {children}
      </Button>
    </FileTrigger>
  )
}
