/**
 * For a question that is asked again and again: each call begins a turn and gives the function that tells whether it is still the newest.
 * An answer that a newer question has overtaken is dropped, or the screen would show for good what was true before.
 */
export function createTurns(): () => () => boolean {
  let turn = 0
  return () => {
    const mine = ++turn
    return () => mine === turn
  }
}
