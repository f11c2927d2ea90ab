import { useState } from 'react'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import { type FormDefinition, visibleFields } from '#shared/domain/forms/index.ts'
import {
  consentTexts,
  DATA_KINDS,
  type DataKind,
  findForm,
  kindsHeld,
} from '#shared/domain/services/index.ts'
import { useCall, useVisit } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import { StopDialog } from './StopDialog.tsx'
import styles from './visit.module.css'

/** What this kiosk holds of the registrant now, why, and until when; withdrawing ends the visit (UU 27/2022 art. 5–9). */
export function StoredData({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText()
  const call = useCall()
  const visit = useVisit()
  const [withdrawing, setWithdrawing] = useState(false)
  const form = visit && findForm(visit.service, visit.formVersion)
  if (!visit || !form) return null
  if (withdrawing) {
    return (
      <StopDialog
        onStay={() => setWithdrawing(false)}
        onErase={() => void call('visit.end', { reason: 'withdrawn' }).finally(onClose)}
      />
    )
  }
  const groups = heldGroups(form, visit)
  const consents = form.steps
    .filter((step) => step.screen === 'consent')
    .flatMap((step) => visibleFields(step, visit.values))
    .filter(({ id }) => visit.values[id] === true)
  const versions = consentTexts(visit)
    .filter((text) => consents.some((field) => field.id === text.field))
    .map((text) => text.version)
    .join(', ')
  return (
    <Dialog
      wide
      title={t('stored.title')}
      onEscape={onClose}
      primary={{ label: t('btn.Tutup'), onPress: onClose }}
      secondary={{ label: t('stored.withdraw'), danger: true, onPress: () => setWithdrawing(true) }}
    >
      {groups.length === 0 && versions === '' ? <p>{t('stored.nothing')}</p> : null}
      <ul className={styles.storedList}>
        {versions === '' ? null : (
          <li>
            <strong>{t('stored.consents')}</strong>
            <span>{t('stored.consents.why', { versions })}</span>
          </li>
        )}
        {groups.map(({ group, kinds }) => (
          <li key={group}>
            <strong>{capitalised(kinds.map((kind) => DATA_KINDS[kind][language]).join(', '))}</strong>
            <span>{t(`stored.${group}.why`)}</span>
          </li>
        ))}
      </ul>
      <p>{t('stored.until', visit.keepDays)}</p>
    </Dialog>
  )
}

type Group = 'identity' | 'job' | 'contact' | 'face' | 'request'

/** Why a kind of data is kept. */
const GROUP_OF: Readonly<Record<DataKind, Group>> = {
  status: 'job',
  'ktp-photo': 'identity',
  ktp: 'identity',
  person: 'identity',
  nip: 'job',
  nrp: 'job',
  npwp: 'job',
  email: 'contact',
  hp: 'contact',
  username: 'contact',
  face: 'face',
  company: 'request',
  address: 'request',
  access: 'request',
  position: 'request',
  letter: 'request',
  ending: 'request',
  appointed: 'request',
  documents: 'request',
}
const GROUPS: readonly Group[] = ['identity', 'job', 'contact', 'face', 'request']

/** What the visit holds, put together by why it is kept. */
function heldGroups(
  form: FormDefinition,
  visit: VisitSnapshot,
): readonly { readonly group: Group; readonly kinds: readonly DataKind[] }[] {
  const held = kindsHeld(form, visit)
  return GROUPS.map((group) => ({
    group,
    kinds: held.filter((kind) => GROUP_OF[kind] === group),
  })).filter(({ kinds }) => kinds.length > 0)
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
