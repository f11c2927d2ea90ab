import { useState } from 'react'
import { useCall, useView } from '../../app/state/index.ts'
import { formatDateTime, formatNumber, useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice } from '../../ui/index.ts'

/** What happened when the kiosk started (docs/recovery.md); stays until somebody says to have read it. */
export function StartNotice() {
  const { t, language } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const notice = useView((state) => state.status?.notice ?? null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  if (!notice) return null

  const dismiss = async () => {
    setBusy(true)
    const answer = await call('app.dismissNotice', {})
    setBusy(false)
    if (!answer.ok) setError(errorText(answer.error))
  }
  const happened =
    notice.kind === 'packets-found'
      ? t('notice.packets-found')
      : notice.backupAt
        ? t('notice.database-restored', { backup: formatDateTime(notice.backupAt, language) })
        : t('notice.database-restored.none')
  return (
    <Notice
      kind="unsure"
      action={
        <Button busy={busy} onPress={() => void dismiss()}>
          {t('notice.understood')}
        </Button>
      }
    >
      <strong>{formatDateTime(notice.at, language)}</strong>
      {`\n${happened}`}
      {notice.packets > 0 ? ` ${t('notice.packets', { n: formatNumber(notice.packets, language) })}` : null}
      {error ? <p role="alert">{error}</p> : null}
    </Notice>
  )
}
