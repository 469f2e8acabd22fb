/** A field that takes what is typed in it when it is left (a tag, an hour) takes it now; returns the way back into it. */
export function leaveField(): () => void {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || field === document.body) return () => undefined
  field.blur()
  return () => field.focus()
}
