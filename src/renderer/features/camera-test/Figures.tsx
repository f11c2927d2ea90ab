import { useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import styles from './camera-test.module.css'
import type { Advice, Measures } from './measures.ts'

/** What was measured, and the one thing to change. */
export function Figures({ measures, advice }: { readonly measures: Measures; readonly advice: Advice }) {
  const { t } = useText()
  return (
    <>
      <dl className={styles.figures}>
        <dt>{t('camTest.size')}</dt>
        <dd>{`${measures.width} × ${measures.height}`}</dd>
        {measures.framesPerSecond === null ? null : (
          <>
            <dt>{t('camTest.frames')}</dt>
            <dd>{measures.framesPerSecond}</dd>
          </>
        )}
        <dt>{t('camTest.light')}</dt>
        <dd>{`${Math.round((measures.light * 100) / 255)} %`}</dd>
        <dt>{t('camTest.sharpness')}</dt>
        <dd>{`${Math.round(measures.sharpness * 100)} %`}</dd>
      </dl>
      <Notice kind={advice === 'fine' ? 'ok' : 'unsure'}>{t(`camTest.advice.${advice}`)}</Notice>
    </>
  )
}
