import type { Account } from '../../../shared/accounts/account.ts'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import { checkEdit, type EditedText, type EditProblem } from '../../../shared/published/check-edit.ts'
import type { WordsThere } from '../../../shared/published/words-there.ts'

/** What stands on one account and can be changed: read, so that nobody writes over what they have not seen. */
export interface PartThere {
  readonly jobId: string
  readonly account: Account
  readonly sent: Reality['sent']
  /** What was sent, or what stands there instead. */
  readonly begin: EditedText
  /** The title can be another there. */
  readonly hasTitle: boolean
  /** As the network told it; null: it tells nothing. */
  readonly seen: WordsThere | null
  /** Somebody changed it there: what was sent, and what stands there. */
  readonly otherThere: { readonly before: string; readonly after: string } | null
  /** The network does not give it back. */
  readonly isBlind: boolean
  /** Until when its network lets it be changed, ms since the epoch. Left out: as long as it is there. */
  readonly editUntil?: number
}

/** Accounts on which the same words stand: they are changed together. */
export interface EditGroup {
  readonly key: string
  readonly begin: EditedText
  readonly parts: readonly PartThere[]
}

/** By what stands there, in the order given; a title counts where the network has one that can be changed. */
export function groupByWords(parts: readonly PartThere[]): readonly EditGroup[] {
  return parts.reduce<readonly EditGroup[]>((groups, part) => {
    const { document, title } = part.begin
    const same = groups.find((group) => JSON.stringify(group.begin.document) === JSON.stringify(document) && (!part.hasTitle || !group.parts.some(({ hasTitle }) => hasTitle) || group.begin.title === title))
    if (same === undefined) return [...groups, { key: part.jobId, begin: { title: part.hasTitle ? title : '', document }, parts: [part] }]
    const begin = part.hasTitle ? { title, document } : same.begin
    return groups.map((group) => (group === same ? { ...group, begin, parts: [...group.parts, part] } : group))
  }, [])
}

/** The new words as one account of a group gets them: a title that cannot be changed there stays. */
export function editedFor(part: PartThere, { title, document }: EditedText): EditedText {
  return { title: part.hasTitle ? title : part.begin.title, document }
}

export function problemThere(part: PartThere, edited: EditedText): EditProblem | null {
  return checkEdit({ account: part.account, sent: part.begin, isOtherThere: false, edited: editedFor(part, edited), hasTitle: part.hasTitle, hasMedia: part.sent.media.length > 0, framing: part.sent.framing })
}

/** What a press sends, and whether anything of it cannot be: those that say the same as before are none of it. */
export function changesOf(groups: readonly (EditGroup & { readonly edited: EditedText })[], isChosen: (part: PartThere) => boolean): { readonly toSend: readonly { readonly part: PartThere; readonly text: EditedText }[]; readonly isStopped: boolean } {
  const changed = groups.flatMap(({ parts, edited }) => parts.filter(isChosen).map((part) => ({ part, text: editedFor(part, edited), problem: problemThere(part, edited) }))).filter(({ problem }) => problem !== 'same_words')
  return { toSend: changed.filter(({ problem }) => problem === null), isStopped: changed.some(({ problem }) => problem !== null) }
}
