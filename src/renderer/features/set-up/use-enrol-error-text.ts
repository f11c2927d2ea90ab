import type { AppError } from '#shared/domain/errors.ts'
import { useErrorText, useText } from '../../i18n/index.ts'

/** Kinds of `central` errors that mean: this code opens nothing (CentralError). */
const REFUSED: readonly string[] = ['unauthorised', 'forbidden', 'refused', 'enrolment-refused']

/** As `useErrorText`, in the words of connecting: nothing is saved yet, the code or the address is the cause. */
export function useEnrolErrorText(): (error: AppError) => string {
  const { t } = useText()
  const errorText = useErrorText()
  return (error) => {
    if (error.code !== 'central') return errorText(error)
    if (error.kind === 'wrong-mode') return t('connection.wrong-mode')
    return t(REFUSED.includes(error.kind) ? 'setUp.central.refused' : 'setUp.central.unreachable')
  }
}
