import { useId } from 'react'
import type { CardBox } from '#shared/domain/ktp/reading.ts'
import { useText } from '../../i18n/index.ts'
import type { ShownPhoto } from '../step/index.ts'
import { cropOf, viewBox } from './crop.ts'
import styles from './ktp.module.css'

/** The rectified card, with a box around the field that is being looked at. */
export function CardPicture({
  card,
  marked,
}: {
  readonly card: ShownPhoto
  readonly marked?: CardBox | null
}) {
  const { t } = useText()
  const box = marked ? cropOf(marked, card) : undefined
  return (
    <svg
      className={styles.card}
      viewBox={`0 0 ${card.width} ${card.height}`}
      role="img"
      aria-label={t('confirm.card')}
    >
      <image href={card.url} width={card.width} height={card.height} />
      {box ? (
        <>
          <rect {...box} className={styles.markOuter} rx={box.height * 0.12} />
          <rect {...box} className={styles.mark} rx={box.height * 0.12} />
        </>
      ) : null}
    </svg>
  )
}

/** The line of print a field was read from, directly above the field. */
export function FieldCrop({
  card,
  box,
  label,
}: {
  readonly card: ShownPhoto
  readonly box: CardBox
  readonly label: string
}) {
  const { t } = useText()
  const id = useId()
  const crop = cropOf(box, card)
  return (
    <svg
      className={styles.crop}
      viewBox={viewBox(crop)}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={t('confirm.crop', { field: label })}
    >
      {/* The box is wider than the line: without the clip the neighbours would show. */}
      <clipPath id={id}>
        <rect {...crop} />
      </clipPath>
      <image href={card.url} width={card.width} height={card.height} clipPath={`url(#${id})`} />
    </svg>
  )
}
