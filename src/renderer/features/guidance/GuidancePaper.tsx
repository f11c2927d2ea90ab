import { useText } from '../../i18n/index.ts'
import { PrintSheet } from '../../ui/index.ts'
import styles from './Guidance.module.css'
import { SENTENCES, type Topic } from './topics.ts'

/** One topic on paper, with whom to ask. */
export function GuidancePaper({ topic }: { readonly topic: Topic }) {
  const { t } = useText()
  return (
    <PrintSheet>
      <article className={styles.paper}>
        <h1>{t(`guide.${topic}.title`)}</h1>
        <ol>
          {SENTENCES.map((n) => (
            <li key={n}>
              {n}. {t(`guide.${topic}.${n}`)}
            </li>
          ))}
        </ol>
        <p>{t('guide.source', { source: t(`guide.${topic}.source`) })}</p>
        {topic === 'bantuan' ? null : <p>{t('req.paper.help')}</p>}
      </article>
    </PrintSheet>
  )
}
