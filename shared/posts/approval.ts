import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'

/** How the client's answer came. */
export const approvalChannels = ['mail', 'phone', 'message', 'meeting', 'other'] as const
const channelSchema = z.enum(approvalChannels)
const nameSchema = z.string().trim().min(1).max(80)
const noteSchema = z.string().trim().max(500)
/** SHA-256 of what was shown, in hexadecimal. */
const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** The card of a link as it would have gone out when the yes was said, by its hash. */
export const approvedCardSchema = z.object({ url: z.string(), hash: contentHashSchema })
export type ApprovedCard = z.infer<typeof approvedCardSchema>

/** Whose no it is, and to which content; an older one does not say. */
const noFields = { by: nameSchema, channel: channelSchema, comment: noteSchema, contentHash: contentHashSchema.optional() }
/** `saidAt`: when; one that was written down earlier does not say. */
const noSchema = z.object({ ...noFields, saidAt: instantSchema.optional() })
export type ClientNo = z.infer<typeof noSchema>

/**
 * Where a post stands with whoever has to say yes. none: nobody was asked · asked: the answer is awaited (`no`: to this very content it was a no before) ·
 * approved: that person said yes to that very content (`cards`: and to these cards, where Vigie sends them; an older yes does not say) · refused: no, and why · taken_back: there was a yes, and the content was changed since (`cause`: the page behind its link says something else, its own words are the same) ·
 * refused_before: there was a no, and the content was changed since · sent_anyway: there was a no, and somebody here decided to send it all the same ·
 * taken_on: there was a no, the content was changed since, and somebody here answers for it without a new yes. What stands of a no keeps the moment of the no.
 */
export const approvalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('asked'), at: instantSchema, note: noteSchema, no: noSchema.optional(), noBefore: noSchema.optional() }),
  z.object({ kind: z.literal('approved'), at: instantSchema, by: nameSchema, channel: channelSchema, note: noteSchema, contentHash: contentHashSchema, cards: z.array(approvedCardSchema).optional() }),
  z.object({ kind: z.literal('refused'), at: instantSchema, ...noFields }),
  z.object({ kind: z.literal('taken_back'), at: instantSchema, by: nameSchema, cause: z.literal('card').optional() }),
  z.object({ kind: z.literal('refused_before'), at: instantSchema, ...noFields, saidAt: instantSchema.optional() }),
  z.object({ kind: z.literal('sent_anyway'), at: instantSchema, ...noFields, saidAt: instantSchema.optional() }),
  z.object({ kind: z.literal('taken_on'), at: instantSchema, ...noFields })
])
export type Approval = z.infer<typeof approvalSchema>

export const approvalKinds = ['none', 'asked', 'approved', 'refused', 'taken_back', 'refused_before', 'sent_anyway', 'taken_on'] as const satisfies readonly Approval['kind'][]

/** What the user writes down; when, and for which content, is added where it is stored. */
export const approvalEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('asked'), note: noteSchema }),
  z.object({ kind: z.literal('approved'), by: nameSchema, channel: channelSchema, note: noteSchema }),
  z.object({ kind: z.literal('refused'), by: nameSchema, channel: channelSchema, comment: noteSchema })
])
export type ApprovalEntry = z.infer<typeof approvalEntrySchema>

/**
 * What counts for this content of all that was said about its post, the newest last. Refused words stay refused, whatever was said about others since: only a yes to these very
 * words ends that, and `none`, which takes back all that was written down.
 */
export function standingWord(words: readonly Approval[], contentHash: string): Approval {
  const standing = standingApproval(words.at(-1) ?? { kind: 'none' }, contentHash)
  if (standing.kind === 'none' || standing.kind === 'approved' || standing.kind === 'sent_anyway' || standingNo(standing) !== null) return standing
  const no = lastNoTo(words, contentHash)
  if (no === null) return standing
  if (standing.kind === 'asked') return { kind: 'asked', at: standing.at, note: standing.note, no }
  const { saidAt = 0, ...said } = no
  return { kind: 'refused', at: saidAt, ...said }
}

function lastNoTo(words: readonly Approval[], contentHash: string): ClientNo | null {
  for (const word of words.toReversed()) {
    if (word.kind === 'none' || (word.kind === 'approved' && word.contentHash === contentHash)) return null
    const no = noIn(word).find((candidate) => candidate.contentHash === contentHash)
    if (no !== undefined) return no
  }
  return null
}

/** Every no that the word tells of, with its moment. */
function noIn(word: Approval): readonly ClientNo[] {
  if (word.kind === 'asked') return [word.no, word.noBefore].filter((no) => no !== undefined)
  return 'comment' in word ? [{ ...noOf(word), saidAt: saidAtOf(word) }] : []
}

function saidAtOf(word: { readonly at: number; readonly saidAt?: number | undefined }): number {
  return word.saidAt ?? word.at
}

/** The newest word as it counts for this content: a yes or a no to something else is none. */
export function standingApproval(approval: Approval, contentHash: string): Approval {
  switch (approval.kind) {
    case 'none':
    case 'taken_back':
      return approval
    case 'asked':
      return standingQuestion(approval, contentHash)
    case 'approved':
      return approval.contentHash === contentHash ? approval : { kind: 'taken_back', at: approval.at, by: approval.by }
    case 'refused':
    case 'sent_anyway':
      return isTo(approval, contentHash) ? approval : { ...approval, kind: 'refused_before' }
    case 'taken_on':
    case 'refused_before':
      // The old words are back, and with them the no.
      return approval.contentHash === contentHash ? { kind: 'refused', at: saidAtOf(approval), ...noOf(approval) } : approval
  }
}

/** Asked, and not answered: a no to this very content stands meanwhile, one to other words is remembered. */
function standingQuestion(asked: Extract<Approval, { kind: 'asked' }>, contentHash: string): Approval {
  const { no, noBefore, ...question } = asked
  if (no !== undefined && !isTo(no, contentHash)) return { ...question, noBefore: no }
  if (noBefore === undefined || noBefore.contentHash !== contentHash) return asked
  return { ...question, no: noBefore }
}

function isTo(no: ClientNo, contentHash: string): boolean {
  return no.contentHash === undefined || no.contentHash === contentHash
}

/** Whether this very content may go out where posts need a yes. */
export function isApproved(approval: Approval, contentHash: string): boolean {
  return standingApproval(approval, contentHash).kind === 'approved'
}

/** The client's no that keeps a post from leaving, of an approval as it counts for its content; null: none. Asking again does not end it, an answer does. */
export function standingNo(approval: Approval): ClientNo | null {
  if (approval.kind === 'asked') return approval.no ?? null
  return approval.kind === 'refused' ? noOf(approval) : null
}

/** The client's no to other words than those that the post has now, which nobody has said yes to since nor taken on; null: none. */
export function earlierNo(approval: Approval): ClientNo | null {
  if (approval.kind === 'asked') return approval.noBefore ?? null
  return approval.kind === 'refused_before' ? { ...noOf(approval), saidAt: saidAtOf(approval) } : null
}

/** What a copy of the post begins with: of the answers to its content a no alone holds for other posts too. */
export function approvalOfCopy(approval: Approval, contentHash: string): Approval | null {
  const no = standingNo(approval) ?? (approval.kind === 'sent_anyway' ? { ...noOf(approval), saidAt: approval.saidAt } : null)
  if (no !== null && 'at' in approval) return { kind: 'refused', at: no.saidAt ?? approval.at, ...no, contentHash }
  const before = approval.kind === 'taken_on' ? { ...noOf(approval), saidAt: approval.at } : earlierNo(approval)
  if (before === null) return null
  const { saidAt = 0, ...rest } = before
  return { kind: 'refused_before', at: saidAt, ...rest }
}

function noOf({ by, channel, comment, contentHash }: ClientNo): ClientNo {
  return { by, channel, comment, ...(contentHash === undefined ? {} : { contentHash }) }
}

/** What an edit makes of what was said, the newest last: a yes ends with it, for good; a no ends with it as long as the words are others. The newest itself where nothing changes. */
export function approvalAfterEdit(words: readonly Approval[], contentHash: string, now: number): Approval {
  const standing = standingWord(words, contentHash)
  if (standing === words.at(-1)) return standing
  return standing.kind === 'taken_back' ? { ...standing, at: now } : standing
}
