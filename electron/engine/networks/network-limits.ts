/** What a call does, as far as networks count it: they have budgets of their own for what is sent and for files, X for private messages, and Discord for what is passed on and for other names of threads, so few that they must not hold the rest. */
export const callUses = ['read', 'write', 'upload', 'read_messages', 'send_message', 'pass_on', 'rename'] as const
export type CallUse = (typeof callUses)[number]

/** How much may still be asked, as an answer tells it. */
export interface LimitReading {
  /** `app`: shared by all accounts that use the same app. */
  readonly scope: 'account' | 'app'
  /** Names the budget among those of its scope: readings with the same name speak of the same one. */
  readonly bucket: string
  readonly max: number
  readonly remaining: number
  /** ms since the epoch, by this computer's clock. */
  readonly resetsAt: number
}

/** The budgets of one account as an adapter's calls see them: asked before each call, told of each answer. */
export interface CallLimits {
  /** Until when (ms since the epoch) the network wants no such call; null: it may be made now. */
  heldUntil(use: CallUse): number | null
  /** `refusedUntil`: the network refused this call for being asked too often. */
  note(use: CallUse, readings: readonly LimitReading[], refusedUntil: number | null): void
}
