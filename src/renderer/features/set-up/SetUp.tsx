import { useState } from 'react'
import { useCall } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { NewPin } from '../staff/index.ts'
import { CentralForm } from './CentralForm.tsx'
import { TextStep } from './TextStep.tsx'
import { useEnrolErrorText } from './use-enrol-error-text.ts'

const TOTAL = 4

type Answers = {
  readonly code: string
  readonly office: string
  readonly device: string
  readonly admin: string
  readonly pin: string
}

/** A kiosk of which nothing was said: as the computer, no certificate of the office. */
const FRESH_LINE = { proxy: { mode: 'system' }, ca: null } as const

const NOTHING: Answers = { code: '', office: '', device: '', admin: '', pin: '' }

/** First run without demo: the office, its first admin with a PIN, and the connection (or later). */
export default function SetUp() {
  const { t } = useText()
  const call = useCall()
  const errorText = useEnrolErrorText()
  const [step, setStep] = useState<'office' | 'admin' | 'pin' | 'central'>('office')
  const [answers, setAnswers] = useState(NOTHING)
  const keep = (change: Partial<Answers>) => setAnswers((before) => ({ ...before, ...change }))
  const progress = (n: number) => t('setUp.progress', { n, total: TOTAL })

  switch (step) {
    case 'office':
      return (
        <TextStep
          title={t('setUp.office.title')}
          sub={`${progress(1)}. ${t('setUp.office.sub')}`}
          fields={[
            {
              id: 'code',
              label: t('setUp.office.code'),
              hint: t('setUp.office.code.hint'),
              value: answers.code,
              maxLength: 40,
            },
            {
              id: 'office',
              label: t('setUp.office.name'),
              hint: t('setUp.office.name.hint'),
              value: answers.office,
              maxLength: 100,
            },
            {
              id: 'device',
              label: t('setUp.device'),
              hint: t('setUp.device.hint'),
              value: answers.device,
              maxLength: 100,
            },
          ]}
          onChange={keep}
          onNext={() => setStep('admin')}
        />
      )
    case 'admin':
      return (
        <TextStep
          title={t('setUp.admin.title')}
          sub={`${progress(2)}. ${t('setUp.admin.sub')}`}
          fields={[{ id: 'admin', label: t('setUp.admin.name'), value: answers.admin, maxLength: 100 }]}
          onChange={keep}
          onBack={() => setStep('office')}
          onNext={() => setStep('pin')}
        />
      )
    case 'pin':
      return (
        <NewPin
          title={t('setUp.pin.title')}
          titleAgain={t('setUp.pinAgain.title')}
          sub={`${progress(3)}. ${t('setUp.pin.sub')}`}
          onBack={() => setStep('admin')}
          onDone={async (pin) => {
            keep({ pin })
            setStep('central')
            return undefined
          }}
        />
      )
    case 'central':
      return (
        <CentralForm
          title={t('setUp.central.title')}
          sub={`${progress(4)}. ${t('setUp.central.sub')}`}
          line={FRESH_LINE}
          onBack={() => setStep('pin')}
          mayWait
          onDone={async (central) => {
            const answer = await call('app.setUp', {
              office: { code: answers.code.trim(), name: answers.office.trim() },
              admin: { name: answers.admin.trim(), pin: answers.pin },
              deviceName: answers.device.trim(),
              central,
            })
            return answer.ok ? undefined : errorText(answer.error)
          }}
        />
      )
  }
}
