import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useText } from '../../i18n/index.ts'
import { AriaFieldNotes, cx, fieldStyles } from '../../ui/index.ts'
import styles from './SearchField.module.css'

/** One row to choose from. */
export type SearchEntry = { readonly code: string; readonly name: string }

export type SearchFieldProps = {
  readonly label: string
  /** What is typed. */
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly entries: readonly SearchEntry[]
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
  readonly onBlur?: () => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly name?: string
}

/**
 * Typing narrows a list that one chooses from; the list opens on focus, so nothing has to be typed. It stands here and not
 * among `ui`'s parts, which the first screen loads: a combo box weighs as much as half of them.
 */
export function SearchField(props: SearchFieldProps) {
  const { label, query, onQuery, entries, chosen, onChoose, onBlur, hint, error, name } = props
  const { t } = useText()
  return (
    <ComboBox
      className={fieldStyles.field ?? ''}
      items={entries.map(({ code, name: text }) => ({ id: code, name: text }))}
      inputValue={query}
      onInputChange={onQuery}
      selectedKey={chosen}
      onSelectionChange={(key) => {
        if (key !== null) onChoose(String(key))
      }}
      menuTrigger="focus"
      // Escape leaves what is typed; the caller says on blur whether it may stand. Otherwise the chosen entry, which the narrowed
      // list may not hold, would be forgotten.
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={error !== undefined}
      // The caller's list is the answer to what was typed: it is not filtered again.
      defaultFilter={() => true}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      {...(name ? { name } : {})}
    >
      <Label className={fieldStyles.label ?? ''}>{label}</Label>
      <AriaFieldNotes hint={hint} error={error} />
      <div className={styles.box}>
        <Input
          className={cx(fieldStyles.control, fieldStyles.input, styles.input)}
          autoComplete="off"
          spellCheck="false"
          // Our own keyboard comes on touch, and shows what was found above its keys (ui/keyboard).
          inputMode="none"
          data-keyboard="text"
        />
        <Button className={styles.open ?? ''} aria-label={t('search.open')}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className={styles.popover ?? ''}>
        <ListBox<{ id: string; name: string }>
          renderEmptyState={() => <p className={styles.none}>{t('search.none')}</p>}
        >
          {(entry) => (
            <ListBoxItem id={entry.id} textValue={entry.name} className={styles.option ?? ''}>
              {entry.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
