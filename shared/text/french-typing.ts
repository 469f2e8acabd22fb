import { lastWord } from './last-word.ts'

/** What takes the place of the last `drop` code units before the cursor once a character was typed; the character itself is part of `insert`. */
export interface TypedChange {
  readonly drop: number
  readonly insert: string
}

const noBreak = '\u00A0'
const narrowNoBreak = '\u202F'

/**
 * French typography while somebody types: the no-break space that belongs before `; ! ? :` (Imprimerie nationale, Lexique des règles typographiques:
 * narrow before the first three, whole before the colon and within guillemets), guillemets for straight quotation marks, the curved apostrophe, the
 * ellipsis. `before`: the paragraph up to the cursor. Null when the character goes in as it was typed.
 */
export function typeInFrench(before: string, typed: string): TypedChange | null {
  switch (typed) {
    case ';':
    case '!':
    case '?':
      return beforePunctuation(before, typed, narrowNoBreak)
    case ':':
      // Never put in on its own: hours (12:30), addresses (https:) and smileys are written without it.
      return before.endsWith(' ') && /\S $/.test(before) ? { drop: 1, insert: `${noBreak}:` } : null
    case '"':
      return quotationMark(before)
    case "'":
      return /[\p{L}\p{N}]$/u.test(before) && !isWithinAddress(before) ? { drop: 0, insert: '’' } : null
    case '.':
      return before.endsWith('..') && !before.endsWith('...') ? { drop: 2, insert: '…' } : null
    default:
      return null
  }
}

function beforePunctuation(before: string, typed: string, space: string): TypedChange | null {
  if (/\S $/.test(before)) return { drop: 1, insert: `${space}${typed}` }
  // Right behind a word, as hands used to English write it. Signs in a row (?!, !!!) stand together, addresses stay as they are.
  return /[\p{L}\p{N}»)%€]$/u.test(before) && !isWithinAddress(before) ? { drop: 0, insert: `${space}${typed}` } : null
}

/** Opens and closes in turn. After a figure it stands for inches or seconds. */
function quotationMark(before: string): TypedChange | null {
  if (isWithinAddress(before) || /\d$/.test(before)) return null
  const isOpen = before.lastIndexOf('«') > before.lastIndexOf('»')
  if (!isOpen) return { drop: 0, insert: `«${noBreak}` }
  return { drop: before.endsWith(' ') ? 1 : 0, insert: before.endsWith(noBreak) ? '»' : `${noBreak}»` }
}

/** The word at the cursor is an address, a handle, a tag or a snippet of code, where every sign counts. */
function isWithinAddress(before: string): boolean {
  return /^[@#/]|:\/\/|www\.|[\w-]\.[a-z]{2,}(?:[/?#]|$)|[=&{}<>\\]/i.test(lastWord(before))
}
