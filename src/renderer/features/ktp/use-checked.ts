import { useStep } from '../step/index.ts'

const BOOK = 'sudahDicek'

/** The list of fields a person has looked at: marked Benar, or edited. */
export function useChecked() {
  const { value, set, keep } = useStep()
  const stored = value(BOOK)
  const checked: readonly string[] = Array.isArray(stored) ? stored : []
  const listWith = (id: string) => (checked.includes(id) ? [...checked] : [...checked, id])
  return {
    isChecked: (id: string) => checked.includes(id),
    /** Notes an edit; it is kept together with the value when the field is left. */
    noteEdit: (id: string) => set(BOOK, listWith(id)),
    /** "Benar", or one of the alternatives: kept at once. */
    confirm: (id: string, value?: string) => {
      const list = listWith(id)
      set(BOOK, list)
      if (value !== undefined) set(id, value)
      void keep({ [BOOK]: list, ...(value === undefined ? {} : { [id]: value }) })
    },
  }
}
