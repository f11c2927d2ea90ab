import { useEffect, useReducer } from 'react'
import { useText } from '../../i18n/index.ts'
import { Button } from '../Button.tsx'
import styles from './keyboard.module.css'

/** More would not fit above the keys; another letter narrows the list. */
const MOST = 8

/**
 * What a search field has found so far, to be chosen above the keys, which cover its own list (WAI-ARIA combobox pattern:
 * the input names its list in `aria-controls`). Nothing for any other field.
 */
export function Options({
  field,
  onChosen,
}: {
  readonly field: HTMLInputElement
  readonly onChosen: () => void
}) {
  const { t } = useText()
  const isSearch = field.getAttribute('role') === 'combobox'
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!isSearch) return
    const list = new MutationObserver((changes) => {
      // What is drawn here changes the page too.
      if (changes.some(({ target }) => !isOwn(target))) lookAgain()
    })
    list.observe(document.body, { childList: true, subtree: true, characterData: true })
    // The arrows of a hardware keyboard move the mark.
    list.observe(field, { attributeFilter: ['aria-activedescendant'] })
    return () => list.disconnect()
  }, [isSearch, field])

  if (!isSearch) return null
  const options = optionsOf(field)
  return (
    <fieldset className={styles.options} aria-label={t('keyboard.options')} data-keyboard-options>
      {options.length === 0 ? <p className={styles.hint}>{t('keyboard.noOptions')}</p> : null}
      {options.map((option) => (
        <Button
          key={option.id}
          keepFocus
          {...(option.id === field.getAttribute('aria-activedescendant') ? { pressed: true } : {})}
          onPress={() => {
            option.click()
            onChosen()
          }}
        >
          {option.textContent}
        </Button>
      ))}
    </fieldset>
  )
}

const isOwn = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest('[data-keyboard-options]') != null

/** The entries of the list that a search field is showing. */
function optionsOf(field: HTMLInputElement): HTMLElement[] {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  return [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])].slice(0, MOST)
}
