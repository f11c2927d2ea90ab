import { useState } from 'react'
import { emailWarnings, parseEmail } from '#shared/domain/identity/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Notice } from '../../ui/index.ts'
import { FieldControl, useStep } from '../step/index.ts'

/** Under the e-mail: "Maksudnya gmail.com?" as a button, and the petugas' way to keep an office address (004). */
export function EmailAdvice() {
  const { t } = useText()
  const { text, set, keep, isEdited, fields, snapshot, issues } = useStep()
  const reason = fields.find((field) => field.id === 'alasanEmailKantor')
  const [overriding, setOverriding] = useState(text('alasanEmailKantor') !== '')
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
  if (!reason) return null
  const said = issues.some((issue) => issue.code === 'email.office')
  return (
    <>
      {/* The same sentence once: above the field when it stopped the step, here before that. */}
      {overriding ? (
        <FieldControl field={reason} />
      ) : (
        <Notice
          kind="unsure"
          action={<Button onPress={() => setOverriding(true)}>{t('contact.override')}</Button>}
        >
          {said ? t('contact.override.ask') : t('email.office')}
        </Notice>
      )}
    </>
  )
}
