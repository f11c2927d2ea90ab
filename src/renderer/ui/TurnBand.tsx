import { BadgeCheck, UserRound } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/index.ts'
import { useFrame } from './frame.ts'
import styles from './TurnBand.module.css'
import type { Turn } from './turn-change.ts'

/**
 * The coloured band: whose turn it is, on that person's side of the screen (petugas left,
 * registrant right), and the tools, which never move.
 */
export function TurnBand({ turn }: { readonly turn: Turn }) {
  const { t } = useText()
  const { tools, office } = useFrame()
  return (
    <header className={styles.band} data-turn={turn}>
      <p className={styles.side} data-side="petugas">
        {turn === 'petugas' ? (
          <>
            <BadgeCheck aria-hidden="true" /> <span>{t('btn.Giliran petugas')}</span>
          </>
        ) : (
          <span className={styles.office}>{office}</span>
        )}
      </p>
      <div className={styles.tools} role="toolbar" aria-label={t('frame.tools')}>
        {tools.map((tool) => (
          <AriaButton
            key={tool.id}
            className={styles.tool ?? ''}
            onPress={tool.onPress}
            aria-label={tool.description ?? tool.label}
            {...(tool.pressed === undefined ? {} : { 'aria-pressed': tool.pressed })}
          >
            {tool.icon}
            <span>{tool.label}</span>
          </AriaButton>
        ))}
      </div>
      <p className={styles.side} data-side="pemohon">
        {turn === 'pemohon' ? (
          <>
            <span>{t('btn.Giliran Anda')}</span> <UserRound aria-hidden="true" />
          </>
        ) : (
          <span className={styles.office}>{office}</span>
        )}
      </p>
    </header>
  )
}
