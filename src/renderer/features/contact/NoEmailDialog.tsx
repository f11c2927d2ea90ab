import { Printer } from 'lucide-react'
import { usePrint } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog, PrintSheet } from '../../ui/index.ts'
import { useStep } from '../step/index.ts'
import styles from './contact.module.css'

const STEPS = ['1', '2', '3', '4'] as const

/** "Tidak punya e-mail": the guide is printed, the draft is put aside until the end of the day. */
export function NoEmailDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const print = usePrint()
  const { call, keep, busy, showFailure } = useStep()

  const printAndPause = async () => {
    await keep()
    await print()
    const answer = await call('visit.pause', {})
    if (!answer.ok) {
      showFailure(answer.error)
      onClose()
    }
  }

  return (
    <>
      <PrintSheet>
        <div className={styles.paper}>
          <h1>{t('noEmail.paper.title')}</h1>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>
                {step}. {t(`noEmail.paper.${step}`)}
              </li>
            ))}
          </ol>
          <p>{t('req.paper.help')}</p>
        </div>
      </PrintSheet>
      <Dialog
        title={t('noEmail.title')}
        onEscape={onClose}
        primary={{
          label: t('noEmail.button'),
          onPress: () => void printAndPause(),
          icon: <Printer aria-hidden="true" />,
          busy,
        }}
        secondary={{ label: t('btn.Kembali'), onPress: onClose }}
      >
        {t('noEmail.sub')}
      </Dialog>
    </>
  )
}
