/** The colours that somebody wrote or pasted, as `#rrggbb`, each once; `wrong`: the first word that is none. */
export function readColours(written: string): { readonly colours: readonly string[]; readonly wrong: string | null } {
  const words = written.split(/[\s,;]+/u).filter((word) => word !== '')
  const read = words.map((word) => ({ word, colour: colourOf(word) }))
  return { colours: [...new Set(read.flatMap(({ colour }) => colour ?? []))], wrong: read.find(({ colour }) => colour === null)?.word ?? null }
}

function colourOf(word: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(word)?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
