import { SearchCheck } from 'lucide-react'
import { useState } from 'react'
import { parseNib } from '#shared/domain/identity/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { Button, Notice, type NoticeKind } from '../../ui/index.ts'
import { FieldControl, StepScreen, useStep } from '../step/index.ts'
import styles from './company.module.css'

/** How each result of Cek NIB looks: green, red, or "somebody registered it before" (001 steps 2–3). */
const KINDS: Readonly<Record<string, NoticeKind>> = {
  ditemukan: 'ok',
  terdaftar: 'info',
  'semua-wna': 'unsure',
}

/** The NIB is typed and checked; offline the check follows, and the person says how the company stands. */
export function CompanyScreen() {
  const { t } = useText()
  const { fields, text, isEdited, keep, call, advance, online, busy, snapshot, showIssues } = useStep()
  const [checking, setChecking] = useState(false)
  const field = (id: string) => fields.find((each) => each.id === id)
  const [nib, status, name, approval] = [
    field('nib'),
    field('statusPerusahaan'),
    field('namaPerusahaan'),
    field('persetujuanWna'),
  ]

  const check = async () => {
    const parsed = parseNib(text('nib'))
    if (!parsed.ok) return showIssues([{ field: 'nib', ...parsed.error }])
    setChecking(true)
    if (await keep()) await call('visit.checkCompany', {})
    setChecking(false)
  }

  const result = isEdited('nib') ? '' : text('hasilNib')
  const words = `nib.${result}`
  return (
    <StepScreen
      title={t('company.title')}
      sub={t(online ? 'company.sub' : 'company.sub.offline')}
      primary={{ label: t('btn.Lanjutkan'), onPress: () => void advance(), busy: busy || checking }}
    >
      <div className={styles.company}>
        <div className={styles.column}>
          {nib ? <FieldControl field={nib} large /> : null}
          {online ? (
            <Button icon={<SearchCheck aria-hidden="true" />} onPress={() => void check()} busy={checking}>
              {t('btn.Cek NIB')}
            </Button>
          ) : (
            <Notice kind="info">{t('company.offline')}</Notice>
          )}
          {hasMessage(words) ? <Notice kind={KINDS[result] ?? 'error'}>{t(words)}</Notice> : null}
        </div>
        <div className={styles.column}>
          {status && (!online || snapshot.checks.nib === 'deferred') ? (
            <FieldControl field={status} compact />
          ) : null}
          {name ? <FieldControl field={name} /> : null}
          {approval ? <FieldControl field={approval} /> : null}
        </div>
      </div>
    </StepScreen>
  )
}
