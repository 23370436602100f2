/** Puts the focus into the first field that has an error, in the order of the page. */
export function focusFirstError(body: HTMLElement | null, errors: Record<string, string>): void {
  if (!body || Object.keys(errors).length === 0) return
  const blocks = [...body.querySelectorAll<HTMLElement>('[data-block]')]
  const first = blocks.find((block) => errors[block.dataset.block ?? ''] !== undefined)
  if (!first) return
  first.scrollIntoView({ block: 'center' })
  const field = first.querySelector<HTMLElement>('input, textarea')
  if (!field) return
  // A list that opens now would hide the words of the error.
  field.dataset.quiet = 'true'
  field.focus({ preventScroll: true })
  delete field.dataset.quiet
}
