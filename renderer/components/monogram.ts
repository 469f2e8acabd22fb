/** One or two letters that stand for a name: `Maison Lumen` → `ML`, `@lea.bsky.social` → `LE`, `Öko` → `ÖK`. */
export function monogramOf(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/^@/, '')
    .split(/[\s\p{Pd}_/&]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '')
  const first = words[0]
  if (first === undefined) return '·'
  const second = words.length > 1 ? words.at(-1) : undefined
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]]
  return letters.join('').toLocaleUpperCase()
}
