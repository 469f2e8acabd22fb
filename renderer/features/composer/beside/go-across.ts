/** From the text in hand to what is read at the side, and back. */
export function goAcross(): void {
  const side = document.querySelector<HTMLElement>('[data-beside]')
  const isThere = side?.contains(document.activeElement) === true
  if (isThere) document.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
  else side?.focus()
}
