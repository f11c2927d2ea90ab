import { CircleCheck, Hand } from 'lucide-react'
import { useSay } from '../../ui/index.ts'
import styles from './capture.module.css'

/** The one hint of the live view, large enough to read from where the card or the face is, and spoken when Suara is on. */
export function Hint({ text, good }: { readonly text: string; readonly good: boolean }) {
  useSay(text)
  return (
    <p className={styles.hint} data-good={good || undefined} role="status">
      {good ? <CircleCheck aria-hidden="true" /> : <Hand aria-hidden="true" />}
      <span>{text}</span>
    </p>
  )
}
