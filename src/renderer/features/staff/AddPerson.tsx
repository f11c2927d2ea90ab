import { useState } from 'react'
import type { StaffRole } from '#shared/domain/staff/staff.ts'
import { useText } from '../../i18n/index.ts'
import { ChoiceCards, focusFirstError, Screen, TextField } from '../../ui/index.ts'

export type NewPerson = { readonly name: string; readonly role: StaffRole }

const NAME_LENGTH = 100

/** Name and role of a new person at this kiosk. */
export function AddPerson({
  onBack,
  onDone,
}: {
  readonly onBack: () => void
  readonly onDone: (person: NewPerson) => void
}) {
  const { t } = useText()
  const [name, setName] = useState('')
  const [role, setRole] = useState<StaffRole>('petugas')
  const [error, setError] = useState<string>()

  const next = () => {
    if (name.trim() === '') {
      setError(t('setUp.required'))
      return focusFirstError()
    }
    onDone({ name: name.trim(), role })
  }
  return (
    <Screen
      turn="petugas"
      title={t('staff.add')}
      back={{ onPress: onBack }}
      primary={{ label: t('btn.Lanjutkan'), onPress: next }}
    >
      <TextField
        label={t('staff.name')}
        value={name}
        maxLength={NAME_LENGTH}
        autoFocus
        error={error}
        onChange={(value) => {
          setName(value)
          setError(undefined)
        }}
      />
      <ChoiceCards<StaffRole>
        label={t('staff.role')}
        value={role}
        onChange={setRole}
        choices={[
          { value: 'petugas', label: t('role.petugas') },
          { value: 'admin', label: t('role.admin') },
        ]}
      />
    </Screen>
  )
}
