import { z } from 'zod'

/** How long something may wait before it leaves, in seconds, so that it can be taken back. */
export const undoSecondsChoices = [0, 5, 15, 30, 60] as const

const fields = {
  /** Between the user's last word and the first request to a network, in seconds. */
  undoSeconds: z.literal(undoSecondsChoices),
  /** Whether a post may leave without somebody's recorded yes to that very content. */
  approval: z.enum(['not_needed', 'needed']),
  /** What the posts of a month may cost together, in thousandths of a US dollar; null: no cap. */
  monthlyCapMills: z.int().min(0).max(1_000_000_000).nullable()
} as const

/** What keeps a client's publishing from accidents. What an older file does not say has its default. */
export const workspaceSafetySchema = z.object({ undoSeconds: fields.undoSeconds.default(15), approval: fields.approval.default('not_needed'), monthlyCapMills: fields.monthlyCapMills.default(null) })
export type WorkspaceSafety = z.output<typeof workspaceSafetySchema>

export const defaultSafety: WorkspaceSafety = workspaceSafetySchema.parse({})

export const safetyChangesSchema = z.object(fields).partial()
export type SafetyChanges = z.output<typeof safetyChangesSchema>

/** The settings after the named changes; the others stay. */
export function changedSafety(before: WorkspaceSafety, { undoSeconds = before.undoSeconds, approval = before.approval, monthlyCapMills = before.monthlyCapMills }: SafetyChanges): WorkspaceSafety {
  return { undoSeconds, approval, monthlyCapMills }
}
