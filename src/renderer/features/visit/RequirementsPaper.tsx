import { useText } from '../../i18n/index.ts'
import { type Choice, PrintSheet } from '../../ui/index.ts'
import styles from './visit.module.css'

/** What the registrant takes home when something is missing: a list to tick, nothing personal on it. */
export function RequirementsPaper({ items }: { readonly items: readonly Choice<string>[] }) {
  const { t } = useText()
  return (
    <PrintSheet>
      <div className={styles.paper}>
        <h1>{t('req.paper.title')}</h1>
        <p>{t('req.paper.sub')}</p>
        <ul>
          {items.map((item) => (
            <li key={item.value}>☐ {item.label}</li>
          ))}
        </ul>
        <p>{t('req.paper.help')}</p>
      </div>
    </PrintSheet>
  )
}
