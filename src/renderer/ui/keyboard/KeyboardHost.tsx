import { lazy, Suspense } from 'react'
import { useTouchedField } from './use-touched-field.ts'

const TouchKeyboard = lazy(async () => ({ default: (await import('./TouchKeyboard.tsx')).TouchKeyboard }))

/** Shows the on-screen keyboard while a field is being typed in by touch. One for the whole program. */
export function KeyboardHost() {
  const [field, close] = useTouchedField()
  if (!field) return null
  return (
    <Suspense fallback={null}>
      <TouchKeyboard field={field} onClose={close} />
    </Suspense>
  )
}
