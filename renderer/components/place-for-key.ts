/** Where a key leads in a list of `count` rows; null when it leads nowhere. Ten rows a page; `from` is -1 when nothing is chosen. */
export function placeForKey(key: string, from: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(last, from + 10)
    case 'PageUp':
      return Math.max(0, from - 10)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
