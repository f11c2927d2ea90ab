import type { HeldAccess } from '#shared/domain/services/index.ts'
import { formatDate, useText } from '../../i18n/index.ts'
import { type Choice, ChoiceCards, Notice } from '../../ui/index.ts'
import { useFieldText } from '../step/index.ts'
import { OTHER, useChosenAccess, useHeldAccesses } from './use-held-accesses.ts'

/** The person's accesses as large choices above the fields that they fill in; or why there are none to choose from. */
export function HeldAccesses() {
  const { t } = useText()
  const held = useHeldAccesses()
  return held.kind === 'list' ? (
    <AccessCards accesses={held.accesses} />
  ) : (
    <Notice kind="info">{t(`accesses.${held.kind}`)}</Notice>
  )
}

function AccessCards({ accesses }: { readonly accesses: readonly HeldAccess[] }) {
  const { t } = useText()
  const { chosen, choose } = useChosenAccess(accesses)
  const cardOf = useAccessCard()
  const other = { value: OTHER, label: t('accesses.other'), hint: t('accesses.other.hint') }
  return (
    <ChoiceCards
      label={t('accesses.list')}
      choices={[...accesses.map(cardOf), other]}
      value={chosen}
      onChange={(id) => void choose(id)}
      dense
    />
  )
}

/** "PPK · Dinas Kesehatan …" and below it the office and the last day. */
function useAccessCard(): (access: HeldAccess) => Choice<string> {
  const { t, language } = useText()
  const role = useFieldText({ id: 'peran' })
  const treasurer = useFieldText({ id: 'jenisBendahara' })
  return ({ id, peran, jenisBendahara, instansi, satuanKerja, akhirBerlaku, state }) => {
    const { label } = jenisBendahara ? treasurer.option(jenisBendahara) : role.option(peran)
    // What the letters stand for is said in the list below.
    const short = label.replace(/ \(.*\)$/, '')
    const date = formatDate(akhirBerlaku, language)
    return {
      value: id,
      label: `${short} · ${satuanKerja.name}`,
      hint: t(state === 'aktif' ? 'accesses.until' : 'accesses.ended', { office: instansi.name, date }),
    }
  }
}
