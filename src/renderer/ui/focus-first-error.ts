/** Takes the keyboard to the first field that is marked wrong, once the errors are on the screen. */
export function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus())
}
