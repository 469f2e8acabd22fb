/** Pictures that are drawn until what an act leads to is drawn for sure: two seconds, and longer where the machine is busy. */
const watchedFrames = 120

/**
 * After an act that takes away, or switches off, what had the focus: the keyboard goes on from the content and not from the top of the window. Does nothing
 * where something has the focus, and nothing while a dialog gives it back.
 */
export function keepFocus(): void {
  let framesLost = 0
  let framesLeft = watchedFrames
  const look = (): void => {
    framesLost = isFocusLost() ? framesLost + 1 : 0
    // For the length of one picture it is lost also while a dialog that closed gives it back.
    if (framesLost >= 2) document.getElementById('content')?.focus()
    framesLeft -= 1
    if (framesLeft > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
