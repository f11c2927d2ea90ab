import { Lock, Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FieldDefinition, PhotoPurpose } from '#shared/domain/forms/index.ts'
import { getStep } from '#shared/domain/forms/index.ts'
import { hasMessage, type MessageKey, useText } from '../../i18n/index.ts'
import { Button, EmailText } from '../../ui/index.ts'
import { useFieldText, usePhoto, useStep } from '../step/index.ts'
import type { ReviewGroup } from './groups.ts'
import styles from './review.module.css'
import { showValue } from './show-value.ts'

const TITLES: Readonly<Partial<Record<ReviewGroup['screen'], MessageKey>>> = {
  'ktp-confirm': 'review.ktp',
  contact: 'review.kontak',
  'ktp-photo': 'review.photo.ktp',
  'face-photo': 'review.photo.swafoto',
}

/** The code that locks a contact once it was accepted. */
const LOCKS: Readonly<Record<string, 'email-code' | 'phone-code'>> = { email: 'email-code', hp: 'phone-code' }

/** One group of the review with its own Ubah. */
export function ReviewBlock({ group }: { readonly group: ReviewGroup }) {
  const { t } = useText()
  const { correct, form } = useStep()
  // Form steps are told apart by a name of their own; what has none is plain "Data".
  const named = `review.step.${group.step}`
  const title = hasMessage(named) ? t(named) : t(TITLES[group.screen] ?? 'review.data')
  const definitions = getStep(form, group.step).fields
  return (
    <section className={styles.group} data-photos={group.photos.length > 0 || undefined}>
      <header>
        <h2>{title}</h2>
        <Button
          icon={<Pencil aria-hidden="true" />}
          label={t('review.change', { group: title })}
          onPress={() => void correct(group.step)}
        >
          {t('btn.Ubah')}
        </Button>
      </header>
      {group.fields.length > 0 ? (
        <dl className={styles.values}>
          {definitions
            .filter((field) => group.fields.includes(field.id))
            .map((field) => (
              <ReviewValue key={field.id} field={field} />
            ))}
        </dl>
      ) : null}
      {group.documents.length > 0 ? (
        <dl className={styles.values}>
          {group.documents.map((id) => (
            <ReviewDocument key={id} id={id} />
          ))}
        </dl>
      ) : null}
      {group.photos.map((purpose) => (
        <ReviewPhoto key={purpose} purpose={purpose} />
      ))}
    </section>
  )
}

function ReviewValue({ field }: { readonly field: FieldDefinition }) {
  const { t, language } = useText()
  const { snapshot, text } = useStep()
  const { label, option } = useFieldText(field)
  const value = text(field.id)
  const lock = LOCKS[field.id]
  const shown = field.type === 'choice' ? option(value).label : showValue(field.type, value, language)
  const area = useAreaName(field.type === 'wilayah' ? value : '')
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <EmailText>{area ?? shown}</EmailText>
        {lock && snapshot.checks[lock] === 'passed' ? (
          <span className={styles.locked}>
            <Lock aria-hidden="true" /> {t('review.locked')}
          </span>
        ) : null}
      </dd>
    </div>
  )
}

/** `62.71.01.1001` → `Pahandut, Pahandut, Kota Palangkaraya, Kalimantan Tengah`; undefined until it is known. */
function useAreaName(code: string): string | undefined {
  const { call } = useStep()
  const [name, setName] = useState<string>()
  useEffect(() => {
    if (code === '') return
    void call('reference.areaPath', { code }).then((answer) => {
      if (answer.ok && answer.value.length > 0)
        setName(
          answer.value
            .map((area) => area.name)
            .reverse()
            .join(', '),
        )
    })
  }, [call, code])
  return name
}

function ReviewDocument({ id }: { readonly id: string }) {
  const { t } = useText()
  const { snapshot } = useStep()
  const given = snapshot.documents[id]
  const name = `document.${id}`
  return (
    <div>
      <dt>{hasMessage(name) ? t(name) : id}</dt>
      <dd>
        {given
          ? t('documents.given', { kind: t(`documents.${given.media}`), kb: Math.ceil(given.size / 1024) })
          : t('documents.none')}
      </dd>
    </div>
  )
}

function ReviewPhoto({ purpose }: { readonly purpose: PhotoPurpose }) {
  const { t } = useText()
  const photo = usePhoto(purpose)
  const { snapshot } = useStep()
  const isCard = purpose !== 'swafoto'
  if (!snapshot.photos[purpose]) return <p className={styles.none}>{t('review.photo.none')}</p>
  const notFound = isCard && snapshot.reading.kind === 'no-card'
  return (
    <>
      {photo ? (
        // The card is unreadable from here on: others may be looking (interface specification §2).
        <img
          className={styles.photo}
          data-blurred={isCard || undefined}
          src={photo.url}
          alt={t(isCard ? 'review.photo.ktp' : 'review.photo.swafoto')}
        />
      ) : (
        <div className={styles.photo} />
      )}
      {notFound ? <p className={styles.none}>{t('review.photo.noCard')}</p> : null}
    </>
  )
}
