/**
 * After an act that takes away, or switches off, what had the focus: the keyboard goes on from the content and not from the top of the window. Does nothing
 * where something has the focus, and nothing while a dialog gives it back.
 */
export function keepFocus(): void {
  // Two frames: React has drawn what the act has changed, and a dialog that closed has given the focus back.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === null || document.activeElement === document.body) document.getElementById('content')?.focus()
    })
  )
}
