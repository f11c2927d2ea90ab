import type { FieldDefinition } from '#shared/domain/forms/index.ts'
import { formatNip, parseNip, parseNrp } from '#shared/domain/identity/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { HeldAccesses } from '../access/index.ts'
import { FieldControl, StepScreen, useStep } from '../step/index.ts'
import styles from './visit.module.css'

/** More fields than this, or a choice among more than that beside others, stand close together: lists instead of cards. */
const ONE_COLUMN = 2
const CARDS = 4
/** From here on three stand beside each other: with an error above each, two columns did not fit a laptop. */
const THREE_COLUMNS = 6

/** S8 and every plain form step of any service, titled after its first field. */
export function FieldsScreen() {
  const { t } = useText()
  const { step, fields, advance } = useStep()
  const first = fields[0]?.id ?? ''
  const words = (part: 'title' | 'sub') => {
    const key = `fields.${first}.${part}`
    return hasMessage(key) ? t(key) : undefined
  }
  const asksHeld = step.checks?.includes('accesses') ?? false
  const sub = words('sub')
  const long = fields.length > 1 && fields.some((field) => (field.options?.length ?? 0) > CARDS)
  const many = long || fields.length > ONE_COLUMN
  return (
    <StepScreen
      title={asksHeld ? t('accesses.title') : (words('title') ?? t('fields.title'))}
      {...(sub ? { sub } : {})}
      scroll={many}
      primary={{ label: t('btn.Lanjutkan'), onPress: () => void advance() }}
    >
      {asksHeld ? <HeldAccesses /> : null}
      <div
        className={styles.fields}
        data-many={many || undefined}
        data-three={fields.length >= THREE_COLUMNS || undefined}
      >
        {fields.map((field, index) => (
          <div key={field.id} data-wide={field.type === 'wilayah' || undefined}>
            <FieldControl field={field} large={index === 0 && !many} compact={many} />
            <StoredAs field={field} />
          </div>
        ))}
      </div>
    </StepScreen>
  )
}

/** What a number looks like once it is kept: NRP with its zeros, NIP in its groups. */
function StoredAs({ field }: { readonly field: FieldDefinition }) {
  const { t } = useText()
  const { text } = useStep()
  const stored = storedForm(field, text(field.id))
  if (field.type !== 'nip' && field.type !== 'nrp') return null
  return (
    <p className={styles.stored} aria-live="polite">
      {stored ? t('fields.storedAs', { value: stored }) : ' '}
    </p>
  )
}

function storedForm(field: FieldDefinition, typed: string): string | undefined {
  if (typed === '') return undefined
  if (field.type === 'nip') {
    const nip = parseNip(typed)
    return nip.ok ? formatNip(nip.value.value) : undefined
  }
  if (field.type !== 'nrp') return undefined
  const nrp = parseNrp(typed)
  return nrp.ok ? nrp.value : undefined
}
