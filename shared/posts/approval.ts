import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'

/** How the client's answer came. */
export const approvalChannels = ['mail', 'phone', 'message', 'meeting', 'other'] as const
const channelSchema = z.enum(approvalChannels)
const nameSchema = z.string().trim().min(1).max(80)
const noteSchema = z.string().trim().max(500)
/** SHA-256 of what was shown, in hexadecimal. */
const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Where a post stands with whoever has to say yes. none: nobody was asked · asked: the answer is awaited · approved: that person said yes to
 * that very content · refused: no, and why · taken_back: there was a yes, and the content was changed since.
 */
export const approvalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('asked'), at: instantSchema, note: noteSchema }),
  z.object({ kind: z.literal('approved'), at: instantSchema, by: nameSchema, channel: channelSchema, note: noteSchema, contentHash: contentHashSchema }),
  z.object({ kind: z.literal('refused'), at: instantSchema, by: nameSchema, channel: channelSchema, comment: noteSchema }),
  z.object({ kind: z.literal('taken_back'), at: instantSchema, by: nameSchema })
])
export type Approval = z.infer<typeof approvalSchema>

export const approvalKinds = ['none', 'asked', 'approved', 'refused', 'taken_back'] as const satisfies readonly Approval['kind'][]

/** What the user writes down; when, and for which content, is added where it is stored. */
export const approvalEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('asked'), note: noteSchema }),
  z.object({ kind: z.literal('approved'), by: nameSchema, channel: channelSchema, note: noteSchema }),
  z.object({ kind: z.literal('refused'), by: nameSchema, channel: channelSchema, comment: noteSchema })
])
export type ApprovalEntry = z.infer<typeof approvalEntrySchema>

/** The approval as it counts for this content: a yes to something else is none. */
export function standingApproval(approval: Approval, contentHash: string): Approval {
  if (approval.kind !== 'approved' || approval.contentHash === contentHash) return approval
  return { kind: 'taken_back', at: approval.at, by: approval.by }
}

/** Whether this very content may go out where posts need a yes. */
export function isApproved(approval: Approval, contentHash: string): boolean {
  return standingApproval(approval, contentHash).kind === 'approved'
}

/** What an edit makes of the approval: a yes ends with it, for good. */
export function approvalAfterEdit(approval: Approval, contentHash: string, now: number): Approval {
  return standingApproval(approval, contentHash).kind === 'taken_back' && approval.kind === 'approved' ? { kind: 'taken_back', at: now, by: approval.by } : approval
}
