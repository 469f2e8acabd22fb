import { lastWord } from './last-word.ts'
import type { TypedChange } from './french-typing.ts'

/** Signs that are written with two keys in any language: an arrow that stands by itself. `before`: the paragraph up to the cursor. */
export function typeSign(before: string, typed: string): TypedChange | null {
  return typed === '>' && lastWord(before) === '-' ? { drop: 1, insert: '→' } : null
}

/** Whether a key would make formatting of what was typed: `**bold**`, `_italic_`, `# heading`. Lists and quotations stay lists and quotations in plain text. */
export function makesFormatting(before: string, typed: string): boolean {
  if (typed === ' ') return /^#{1,6}$/.test(before)
  return (typed === '*' && /\*[^*]+\*?$/.test(before)) || (typed === '_' && /_[^_]+_?$/.test(before))
}
