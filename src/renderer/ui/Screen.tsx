import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../i18n/index.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { useFrame } from './frame.ts'
import { Notice } from './Notice.tsx'
import { Rail, type RailState } from './Rail.tsx'
import { Ribbon } from './Ribbon.tsx'
import styles from './Screen.module.css'
import { TurnBand } from './TurnBand.tsx'
import { type Turn, useTurnChange } from './turn-change.ts'
import { useSay } from './use-say.ts'
import { useScrollMore } from './use-scroll-more.tsx'

export type ScreenAction = {
  readonly label: string
  readonly onPress: () => void
  readonly icon?: ReactNode
  readonly iconAfter?: ReactNode
  readonly busy?: boolean
  readonly danger?: boolean
}

export type ScreenProps = {
  readonly turn: Turn
  readonly title: string
  readonly sub?: ReactNode
  /** What must be put right first: above the content, read out at once. */
  readonly error?: ReactNode
  readonly rail?: RailState
  /** Small, beside the rail: what kind of visit this is, when it is not the usual one. */
  readonly note?: string
  /** Bottom left; without it the place stays empty. `label` defaults to Kembali. */
  readonly back?: { readonly label?: string; readonly icon?: ReactNode; readonly onPress: () => void }
  /** Between Kembali and the primary button. */
  readonly secondary?: readonly ScreenAction[]
  /** Bottom right; never moved, never disabled. */
  readonly primary?: ScreenAction
  readonly children?: ReactNode
  /** Only S4's detail, S6 and S12 may scroll (interface specification §3). Large text may always. */
  readonly scroll?: boolean
  /** *Lihat berikutnya* in the footer while something is out of sight; a list that is seen to go on needs none. */
  readonly saysMore?: boolean
  /** Content in the middle of its area instead of at its top. */
  readonly centred?: boolean
  /** What the screen is called among the screens of a visit: journeys are counted by it. */
  readonly name?: string
  /** A new value moves the focus to the H1; defaults to the title. */
  readonly screenKey?: string
}

/** The frame of every screen: turn band, rail, title, content, footer (interface specification §1). */
export function Screen({
  turn,
  title,
  sub,
  error,
  rail,
  note,
  back,
  secondary = [],
  primary,
  children,
  scroll = false,
  saysMore = true,
  centred = false,
  name,
  screenKey = title,
}: ScreenProps) {
  const { t } = useText()
  const frame = useFrame()
  const heading = useRef<HTMLHeadingElement>(null)
  const main = useRef<HTMLElement>(null)
  const { more } = useScrollMore(main)
  const between: readonly ScreenAction[] = more && saysMore ? [more, ...secondary] : secondary
  const dead = useTurnChange(turn, frame.sound)
  // The petugas reads; whoever cannot read the screen well hears what it asks. Titles hold no personal data.
  useSay(turn === 'pemohon' ? title : null)

  // The reader starts every new screen at its title; the keyboard's next stop is the first control.
  useEffect(() => {
    // A field that asked for the focus itself (a PIN, a code) keeps it.
    if (main.current?.contains(document.activeElement)) return
    heading.current?.focus()
  }, [screenKey])

  // What went wrong is said at the top, and whoever pressed the button may have scrolled far below it.
  const wrong = Boolean(error)
  useEffect(() => {
    if (wrong && main.current) main.current.scrollTop = 0
  }, [wrong])

  return (
    <div className={styles.screen} data-turn={turn} data-screen={name}>
      {frame.demo ? <Ribbon inboxUrl={frame.demo.inboxUrl} /> : null}
      <TurnBand turn={turn} />
      {rail || note || frame.banner ? (
        <section className={styles.status} aria-label={t('rail.label')}>
          {rail ? <Rail {...rail} /> : <span />}
          {note ? <p className={styles.note}>{note}</p> : null}
          {frame.banner}
        </section>
      ) : null}
      <main ref={main} className={cx(styles.main, scroll && styles.scroll, centred && styles.centred)}>
        <div className={styles.head}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {sub ? <p className={styles.sub}>{sub}</p> : null}
        </div>
        {error ? <Notice kind="error">{error}</Notice> : null}
        <div className={styles.content}>{children}</div>
      </main>
      <footer className={styles.footer}>
        <div className={styles.left}>
          {back ? (
            <Button onPress={back.onPress} icon={back.icon ?? <ArrowLeft aria-hidden="true" />}>
              {back.label ?? t('btn.Kembali')}
            </Button>
          ) : null}
        </div>
        <div className={styles.between}>
          {between.map((action) => (
            <Button
              key={action.label}
              kind={action.danger ? 'danger' : 'secondary'}
              onPress={action.onPress}
              icon={action.icon}
              iconAfter={action.iconAfter}
              busy={action.busy ?? false}
            >
              {action.label}
            </Button>
          ))}
        </div>
        <div className={styles.right}>
          {primary ? (
            <Button
              kind="primary"
              onPress={primary.onPress}
              icon={primary.icon}
              iconAfter={primary.iconAfter}
              busy={primary.busy ?? false}
            >
              {primary.label}
            </Button>
          ) : null}
        </div>
      </footer>
      {dead ? <div className={styles.shield} aria-hidden="true" /> : null}
    </div>
  )
}
