import { BadgeCheck, Building2, Landmark, Shield } from 'lucide-react'
import type { ReactNode } from 'react'
import { visibleOptions } from '#shared/domain/forms/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { ChoiceCards } from '../../ui/index.ts'
import { StepScreen, useFieldText, useStep } from '../step/index.ts'

const ICONS: Readonly<Record<string, ReactNode>> = {
  asn: <Landmark aria-hidden="true" />,
  tni: <Shield aria-hidden="true" />,
  polri: <BadgeCheck aria-hidden="true" />,
  penyedia: <Building2 aria-hidden="true" />,
}

/** S2: one of several cards (SOP 003 step 1). */
export function ChoiceScreen() {
  const { t } = useText()
  const { step, fields, snapshot, text, set, advance } = useStep()
  const field = fields[0]
  const { option, label } = useFieldText({ id: field?.id ?? '' })
  if (!field) throw new Error(`step ${step.id} has no choice`)
  const [title, sub] = [`choice.${field.id}.title`, `choice.${field.id}.sub`]
  return (
    <StepScreen
      title={hasMessage(title) ? t(title) : label}
      {...(hasMessage(sub) ? { sub: t(sub) } : {})}
      groupIssues={[field.id]}
      primary={{ label: t('btn.Lanjutkan'), onPress: () => void advance() }}
      centred
    >
      <ChoiceCards
        label={label}
        choices={visibleOptions(field, snapshot.values).map((value) => ({
          ...option(value),
          icon: ICONS[value],
        }))}
        value={text(field.id) || null}
        onChange={(value) => set(field.id, value)}
      />
    </StepScreen>
  )
}
