import { KeyRound, Lock, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { StaffView } from '#shared/contract/views.ts'
import { useCall, useKiosk } from '../../app/state/index.ts'
import { formatTime, useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen } from '../../ui/index.ts'
import { AddPerson, type NewPerson } from './AddPerson.tsx'
import { NewPin } from './NewPin.tsx'
import styles from './StaffPage.module.css'
import { useStaff } from './use-staff.ts'

type Task =
  | { readonly kind: 'list' }
  | { readonly kind: 'add' }
  | { readonly kind: 'new-pin'; readonly person: NewPerson }
  | { readonly kind: 'reset'; readonly person: StaffView }

/** For the admin: who works at this kiosk, new people, new PINs. */
export function StaffPage() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const { staff, reload } = useStaff()
  const [task, setTask] = useState<Task>({ kind: 'list' })
  const [done, setDone] = useState<string>()

  const finish = (message: string) => {
    setDone(message)
    setTask({ kind: 'list' })
    reload()
  }
  const back = () => setTask({ kind: 'list' })

  if (task.kind === 'add') {
    return <AddPerson onBack={back} onDone={(person) => setTask({ kind: 'new-pin', person })} />
  }
  if (task.kind === 'new-pin' || task.kind === 'reset') {
    const { person } = task
    return (
      <NewPin
        title={t('staff.pin.title', { name: person.name })}
        titleAgain={t('staff.pinAgain.title')}
        sub={t('staff.pinAgain.sub', { name: person.name })}
        onBack={back}
        onDone={async (pin) => {
          const answer =
            task.kind === 'new-pin'
              ? await call('staff.add', { ...task.person, pin })
              : await call('staff.resetPin', { staffId: task.person.id, pin })
          if (!answer.ok) return errorText(answer.error)
          finish(t(task.kind === 'new-pin' ? 'staff.added' : 'staff.pinChanged', { name: person.name }))
          return undefined
        }}
      />
    )
  }
  return (
    <Screen
      turn="petugas"
      title={t('staff.title')}
      sub={t('staff.sub')}
      scroll
      back={{ onPress: () => kiosk.goTo('office') }}
      primary={{
        label: t('staff.add'),
        icon: <UserPlus aria-hidden="true" />,
        onPress: () => {
          setDone(undefined)
          setTask({ kind: 'add' })
        },
      }}
    >
      {done ? <Notice kind="ok">{done}</Notice> : null}
      <ul className={styles.list}>
        {(staff ?? []).map((person) => (
          <li key={person.id} className={styles.person}>
            <span className={styles.name}>{person.name}</span>
            <span>{t(`role.${person.role}`)}</span>
            {person.lockedUntil ? (
              <span className={styles.locked}>
                <Lock aria-hidden="true" />
                {t('staff.locked', { time: formatTime(person.lockedUntil, language) })}
              </span>
            ) : null}
            <Button
              icon={<KeyRound aria-hidden="true" />}
              label={`${t('staff.resetPin')}: ${person.name}`}
              onPress={() => {
                setDone(undefined)
                setTask({ kind: 'reset', person })
              }}
            >
              {t('staff.resetPin')}
            </Button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
