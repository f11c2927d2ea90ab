import { useSay } from '../../ui/index.ts'
import styles from './capture.module.css'
import { HintPicture, type HintSubject } from './HintPicture.tsx'

export type HintProps = {
  readonly subject: HintSubject
  readonly text: string
  /** A quieter second line. */
  readonly more?: string | undefined
  readonly good: boolean
}

/**
 * The one hint of the live view: a picture and a few words, large enough to read from where the card or the face is,
 * and spoken when Suara is on.
 */
export function Hint({ subject, text, more, good }: HintProps) {
  useSay(text)
  return (
    <div className={styles.hint} data-hint data-good={good || undefined} role="status" aria-live="polite">
      <HintPicture subject={subject} />
      <p>
        <span>{text}</span>
        {more ? <small>{more}</small> : null}
      </p>
    </div>
  )
}
