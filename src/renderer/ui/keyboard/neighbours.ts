/** The fields before and after one, among those that the keyboard serves on the same page or dialog. */
export function neighbours(field: HTMLInputElement): {
  readonly before: HTMLInputElement | undefined
  readonly after: HTMLInputElement | undefined
} {
  const page = field.closest('[role="dialog"], [role="alertdialog"], main') ?? document.body
  const all = [...page.querySelectorAll<HTMLInputElement>('input[data-keyboard]:not([readonly])')]
  const index = all.indexOf(field)
  return { before: all[index - 1], after: all[index + 1] }
}
