import { textToDocument } from '../inbox/text-to-document.ts'
import type { PostThere } from '../reality/post-there.ts'
import type { EditedText } from './check-edit.ts'
import { isSameThere, type WordsThere } from './words-there.ts'

interface Sent extends EditedText {
  readonly text: string
}

export interface EditBegins {
  /** The words have a form there that would be lost: nothing is written over them. */
  readonly isFormattedThere: boolean
  /** Somebody changed it there. */
  readonly isOtherThere: boolean
  /** What the person begins with: what was sent, or what stands there instead. */
  readonly begin: EditedText
  /** As the network told it; null: it tells nothing. */
  readonly seen: WordsThere | null
  readonly before: string
  readonly after: string
}

/** What there is to change, as it was sent and as its network shows it; null: it shows nothing. */
export function beginEdit(sent: Sent, there: PostThere | null, hasTitle: boolean): EditBegins {
  if (there === null) return { isFormattedThere: false, isOtherThere: false, begin: sent, seen: null, before: sent.text, after: sent.text }
  const asSent = there.textAsSent ?? sent.text
  const isOtherText = there.form === 'plain' || !isSameThere({ text: there.text }, { text: asSent })
  const title = hasTitle && !isSameThere({ ...there, text: '' }, { title: sent.title, text: '' }) ? there.title : undefined
  return {
    isFormattedThere: there.form === 'other',
    isOtherThere: isOtherText || title !== undefined,
    begin: { title: title ?? sent.title, document: isOtherText ? textToDocument(there.text) : sent.document },
    seen: wordsOf(there),
    before: under(title === undefined ? '' : sent.title, asSent),
    after: under(title ?? '', there.text)
  }
}

function wordsOf({ title, text }: PostThere): WordsThere {
  return { text, ...(title === undefined ? {} : { title }) }
}

function under(title: string, text: string): string {
  return title === '' ? text : `${title}\n\n${text}`
}
