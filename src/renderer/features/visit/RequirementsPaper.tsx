import { useText } from '../../i18n/index.ts'
import { type Choice, PrintSheet } from '../../ui/index.ts'
import styles from './visit.module.css'

type RequirementsPaperProps = { readonly service: string; readonly items: readonly Choice<string>[] }

/** What the registrant takes home when something is missing: a list to tick, nothing personal on it. */
export function RequirementsPaper({ service, items }: RequirementsPaperProps) {
  const { t } = useText()
  return (
    <PrintSheet>
      <div className={styles.paper}>
        <h1>{t('req.paper.title')}</h1>
        <p>{t('req.paper.sub', { service })}</p>
        <ul>
          {items.map((item) => (
            <li key={item.value}>
              ☐ {item.label}
              {item.hint ? <small>{item.hint}</small> : null}
            </li>
          ))}
        </ul>
        <p>{t('req.paper.help')}</p>
      </div>
    </PrintSheet>
  )
}
