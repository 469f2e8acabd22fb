/** From so many letters on, a word with one more `e` is hardly another one: `cart` is no `carte`. */
const shortest = 5

/** Ends of French words that change as a whole: `commercial` has `commerciaux` and `commerciale`, `exclusif` has `exclusive`. */
const changes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/al$/, ['aux', 'ale', 'ales']],
  [/if$/, ['ive', 'ifs', 'ives']],
  [/eux$/, ['euse', 'euses']],
  [/teur$/, ['trice', 'trices', 'teuse', 'teuses', 'teurs']],
  [/er$/, ['ere', 'eres', 'ers']]
]

/** Whether a word of a text is the one that is meant in another number or gender, in French or English. Both folded (`foldText`): `gratuites` is one of `gratuit`. */
export function isInflectionOf(there: string, meant: string): boolean {
  return there === meant || endsOf(meant).has(there)
}

function endsOf(meant: string): ReadonlySet<string> {
  const last = meant.at(-1) ?? ''
  const feminine = meant.length < shortest ? [] : ['e', 'es']
  // The feminine doubles the last letter of some: `promotionnel`, `muet`.
  const doubled = /[lnst]$/.test(meant) ? feminine.map((end) => `${last}${end}`) : []
  const changed = changes.flatMap(([end, others]) => (end.test(meant) ? others.map((other) => meant.replace(end, other)) : []))
  return new Set([...['s', 'x', ...feminine, ...doubled].map((end) => `${meant}${end}`), ...changed])
}
