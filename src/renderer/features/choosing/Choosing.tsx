import { type Dispatch, type SetStateAction, useState } from 'react'
import {
  STAGE,
  type Stage,
  serviceFor,
  type Want,
  WHO,
  type Who,
  wantsFor,
} from '#shared/domain/services/index.ts'
import { useCall, useKiosk, useLanguageSwitch } from '../../app/state/index.ts'
import { hasMessage, type MessageKey, useErrorText, useText } from '../../i18n/index.ts'
import { type Choice, ChoiceCards, Screen } from '../../ui/index.ts'

/** Beside those who need a service: people who only want to read. */
const ASKED_WHO = [...WHO, 'panduan'] as const
type Answers = {
  readonly who?: Who | 'panduan'
  readonly stage?: Stage
  readonly want?: Want
}

/** One question a screen: for whom, how far, what. The last answer starts the visit. */
export function Choosing() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const otherLanguage = useLanguageSwitch()
  const [answers, setAnswers] = useState<Answers>({})
  const [asked, setAsked] = useState<keyof Answers>('who')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const question = questionOf(asked, answers)

  const goOn = async () => {
    const { who, stage, want } = answers
    if (answers[asked] === undefined) return setError(t('who.none'))
    if (who === 'panduan') return kiosk.goTo('guidance')
    if (asked === 'who') return setAsked('stage')
    if (asked === 'stage') return setAsked('want')
    if (!who || !stage || !want) return setAsked('who')
    setBusy(true)
    const answer = await call('visit.start', { ...serviceFor(who, want), language })
    setBusy(false)
    if (!answer.ok) setError(errorText(answer.error))
  }
  const back = () => {
    setError(undefined)
    if (asked === 'who') kiosk.toStart()
    else setAsked(asked === 'want' ? 'stage' : 'who')
  }

  return (
    <Screen
      turn="pemohon"
      title={t(`choosing.${asked}`)}
      name={`pilih-${asked}`}
      screenKey={asked}
      centred
      {...(error ? { error } : {})}
      back={{ onPress: back }}
      secondary={[otherLanguage]}
      primary={{ label: t('btn.Lanjutkan'), onPress: () => void goOn(), busy }}
    >
      <ChoiceCards
        label={t(`choosing.${asked}`)}
        choices={question.options.map((value) => choiceOf(asked, value, t))}
        value={answers[asked] ?? null}
        onChange={(value) => {
          setError(undefined)
          question.take(value, setAnswers)
        }}
      />
    </Screen>
  )
}

type Question = {
  readonly options: readonly string[]
  readonly take: (value: string, set: Dispatch<SetStateAction<Answers>>) => void
}

/** What may be answered to a question; another earlier answer voids the later ones. */
function questionOf(asked: keyof Answers, { who, stage }: Answers): Question {
  if (asked === 'who')
    return { options: ASKED_WHO, take: (value, set) => set(pick(ASKED_WHO, value, (who) => ({ who }))) }
  if (asked === 'stage')
    return {
      options: STAGE,
      take: (value, set) =>
        set((now) => ({
          ...(now.who ? { who: now.who } : {}),
          ...pick(STAGE, value, (stage) => ({ stage })),
        })),
    }
  const wants = who && who !== 'panduan' && stage ? wantsFor(who, stage) : []
  return {
    options: wants,
    take: (value, set) => set((now) => ({ ...now, ...pick(wants, value, (want) => ({ want })) })),
  }
}

/** The answer that a card stands for; nothing for a value that was not offered. */
function pick<T extends string>(options: readonly T[], value: string, make: (option: T) => Answers): Answers {
  const option = options.find((each) => each === value)
  return option === undefined ? {} : make(option)
}

function choiceOf(asked: keyof Answers, value: string, t: (key: MessageKey) => string): Choice<string> {
  const [label, hint] = [`choosing.${asked}.${value}`, `choosing.${asked}.${value}.hint`]
  return {
    value,
    label: hasMessage(label) ? t(label) : value,
    ...(hasMessage(hint) ? { hint: t(hint) } : {}),
  }
}
