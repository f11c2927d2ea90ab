/** What every setting's screen gets. */
export type FormProps = {
  readonly onBack: () => void
  /** Saved: back to the list with this sentence. */
  readonly onDone: (message: string) => void
}
