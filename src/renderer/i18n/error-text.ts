import { useCallback } from 'react'
import type { AppError, FieldIssue } from '#shared/domain/errors.ts'
import type { MessageKey } from './dictionary.ts'
import { formatTime } from './format.ts'
import { useText } from './language.tsx'
import { hasMessage, type MessageParams } from './text.ts'

type Said = { readonly key: MessageKey; readonly params?: MessageParams }

/** Kinds of `central` errors that only mean "not reachable now" (CentralError). */
const OFFLINE_KINDS: readonly string[] = ['offline', 'captive-portal', 'not-enrolled']
const REFUSED_KINDS: readonly string[] = ['unauthorised', 'forbidden', 'refused']

function centralMessage(kind: string): MessageKey {
  if (OFFLINE_KINDS.includes(kind)) return 'error.central.offline'
  return REFUSED_KINDS.includes(kind) ? 'error.central.refused' : 'error.central.other'
}

/** The text for an error: what is wrong and what to do (interface specification §4). Every code has one. */
export function errorMessage(error: AppError): Said {
  switch (error.code) {
    case 'pin-wrong':
      return { key: 'pin.wrong', params: { n: error.triesLeft } }
    case 'pin-locked':
      return { key: 'error.pin-locked', params: { until: error.until } }
    case 'central':
      return { key: centralMessage(error.kind) }
    case 'camera':
      return error.reason === 'failed' || error.reason === 'not-installed'
        ? { key: `error.camera.${error.reason}` }
        : { key: `cam.${error.reason}` }
    case 'store':
      return {
        key:
          error.reason === 'disk-full' || error.reason === 'not-writable'
            ? `save.${error.reason}`
            : `trouble.${error.reason}`,
      }
    case 'intake-stopped': {
      const reason = `intake.${error.reason}`
      return { key: hasMessage(reason) ? reason : 'intake.stopped' }
    }
    case 'form': {
      const [issue, ...others] = error.issues
      return issue && others.length === 0 && hasMessage(issue.code)
        ? { key: issue.code, ...(issue.params ? { params: issue.params } : {}) }
        : { key: 'error.form' }
    }
    case 'wrong-state': {
      const state = `error.${error.state}`
      return { key: hasMessage(state) ? state : 'error.wrong-state' }
    }
    case 'not-found':
      return { key: error.what === 'working-copy' ? 'error.working-copy' : 'error.not-found' }
    case 'unexpected':
      return { key: 'unexpected', params: { ref: error.ref } }
    default:
      return { key: `error.${error.code}` }
  }
}

/** `errorText(error)`: the sentence for an error in the language of the screen. */
export function useErrorText(): (error: AppError) => string {
  const { t, language } = useText()
  return useCallback(
    (error) => {
      if (error.code === 'pin-locked')
        return t('error.pin-locked', { time: formatTime(error.until, language) })
      const { key, params } = errorMessage(error)
      return t(key, params)
    },
    [t, language],
  )
}

/** `issueText(issue)`: the sentence above a field; a code without a text of its own falls back to a general one. */
export function useIssueText(): (issue: FieldIssue) => string {
  const { t } = useText()
  return useCallback(
    (issue) => {
      // "Still empty" says what to type where the field has words of its own for it.
      const empty = `field.${issue.field}.empty`
      if (issue.code === 'field.required' && hasMessage(empty)) return t(empty)
      return hasMessage(issue.code) ? t(issue.code, issue.params) : t('error.invalid-input')
    },
    [t],
  )
}
