import type { Account } from '../accounts/account.ts'
import { capabilitiesFor } from '../networks/in-channel.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { countForAccount } from '../posts/count-for-account.ts'
import type { PostFraming } from '../posts/post-framing.ts'
import type { RichDocument } from '../posts/rich-document.ts'
import { documentToText } from '../text/document-to-text.ts'

/** What keeps other words from being written over a post that is out; the first that applies. */
export const editProblems = ['same_words', 'empty', 'too_long', 'title_missing', 'title_too_long', 'signs_refused'] as const
export type EditProblem = (typeof editProblems)[number]

export interface EditedText {
  readonly title: string
  readonly document: RichDocument
}

export interface EditCheck {
  readonly account: Pick<Account, 'networkId' | 'remoteId' | 'serverLimits'>
  /** What was sent, or written over it since. */
  readonly sent: EditedText
  /** What the network shows of it, where that is not what was sent: to write the words that were sent is a change then. */
  readonly isOtherThere: boolean
  readonly edited: EditedText
  /** The title can be another there (`changes-title.ts`). */
  readonly hasTitle: boolean
  readonly hasMedia: boolean
  /** What stands above the words there, and stays. */
  readonly framing?: PostFraming | undefined
}

export function checkEdit({ account, sent, isOtherThere, edited, hasTitle, hasMedia, framing }: EditCheck): EditProblem | null {
  const capabilities = capabilitiesFor(account)
  const text = documentToText(edited.document)
  const title = hasTitle ? edited.title.trim() : null
  if (!isOtherThere && saysSame(sent, { title: title ?? sent.title, document: edited.document })) return 'same_words'
  if (text.trim() === '' && title === null && !mayBeWordless({ hasMedia, framing })) return 'empty'
  if (countForAccount(edited.document, account, { hasMedia, framing }).isTooLong) return 'too_long'
  if (holdsOneOf(`${text}${title ?? ''}`, capabilities.refusedSigns?.value)) return 'signs_refused'
  return checkTitle(title, capabilities.title)
}

/** Below a warning there have to be words: without them the server would make it the post. */
function mayBeWordless({ hasMedia, framing }: Pick<EditCheck, 'hasMedia' | 'framing'>): boolean {
  return hasMedia && framing?.warning === undefined
}

function holdsOneOf(text: string, signs = ''): boolean {
  return [...signs].some((sign) => text.includes(sign))
}

/** null: it stays as it is. */
function checkTitle(title: string | null, rule: NetworkCapabilities['title']): EditProblem | null {
  if (title === null) return null
  if (title === '') return rule?.isOptional === true ? null : 'title_missing'
  return rule !== undefined && [...title].length > rule.max.value ? 'title_too_long' : null
}

function saysSame(one: EditedText, other: EditedText): boolean {
  return one.title.trim() === other.title.trim() && JSON.stringify(one.document) === JSON.stringify(other.document)
}
