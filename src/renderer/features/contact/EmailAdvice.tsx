import { useState } from 'react'
import { emailWarnings, parseEmail } from '#shared/domain/identity/index.ts'
import { OFFICE_EMAIL_FIELD } from '#shared/domain/services/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Notice } from '../../ui/index.ts'
import { useFieldText, useStep } from '../step/index.ts'
import { AllowOfficeEmail } from './AllowOfficeEmail.tsx'

/** Under the e-mail: "Maksudnya gmail.com?" as a button, and the petugas' way to keep an office address (004). */
export function EmailAdvice() {
  const { t } = useText()
  const { text, set, keep, isEdited, fields, snapshot, issues } = useStep()
  const { option } = useFieldText({ id: OFFICE_EMAIL_FIELD })
  const [overriding, setOverriding] = useState(false)
  const parsed = parseEmail(text('email'))
  // Advice about half an address would be noise: it comes when the field is left.
  if (!parsed.ok || isEdited('email') || snapshot.checks['email-code'] === 'passed') return null
  const warning = emailWarnings(parsed.value)[0]
  if (!warning) return null

  if (warning.code === 'email.typo') {
    const { domain, suggestion } = warning.params ?? {}
    return (
      <Notice
        kind="unsure"
        action={
          <Button
            onPress={() => {
              set('email', String(suggestion))
              void keep({ email: String(suggestion) })
            }}
          >
            {t('contact.useDomain', { domain: String(domain) })}
          </Button>
        }
      >
        {t('email.typo', { domain: String(domain) })}
      </Notice>
    )
  }
  if (!fields.some((field) => field.id === OFFICE_EMAIL_FIELD)) return null
  const reason = text(OFFICE_EMAIL_FIELD)
  if (reason !== '')
    return <Notice kind="ok">{t('contact.override.done', { reason: option(reason).label })}</Notice>
  const said = issues.some((issue) => issue.code === 'email.office')
  return (
    <>
      {/* The same sentence once: above the field when it stopped the step, here before that. */}
      <Notice
        kind="unsure"
        action={<Button onPress={() => setOverriding(true)}>{t('contact.override')}</Button>}
      >
        {said ? t('contact.override.ask') : t('email.office')}
      </Notice>
      {overriding ? <AllowOfficeEmail email={parsed.value} onClose={() => setOverriding(false)} /> : null}
    </>
  )
}
