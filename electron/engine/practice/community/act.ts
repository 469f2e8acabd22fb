import { z } from 'zod'
import { phraseKinds } from './phrase-kind.ts'

/** Something a member will do. Acts are kept as JSON until their time comes. */
const base = z.object({ memberId: z.string() })

/** What follows once an act has been done: about the status that it made (`after` in community ms). */
export interface Consequence {
  readonly after: number
  readonly act: CommunityAct
}

const saying = base.extend({
  text: z.string(),
  purpose: z.enum(phraseKinds),
  get leadsTo() {
    return z.array(z.object({ after: z.number(), act: actSchema })).default([])
  }
})

/** `self` stands for the status that the act before has made. */
const target = z.string()

const actSchema: z.ZodType<CommunityAct> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    saying.extend({ kind: z.literal('comment'), statusId: target, onlyIfUnanswered: z.boolean() }),
    saying.extend({ kind: z.literal('mention') }),
    saying.extend({ kind: z.literal('message'), statusId: target.nullable(), onlyIfUnanswered: z.boolean() }),
    saying.extend({ kind: z.literal('quote'), statusId: target }),
    base.extend({ kind: z.literal('like'), statusId: target }),
    base.extend({ kind: z.literal('boost'), statusId: target }),
    base.extend({ kind: z.literal('follow') })
  ])
)

interface Saying {
  readonly memberId: string
  readonly text: string
  readonly purpose: (typeof phraseKinds)[number]
  readonly leadsTo: readonly Consequence[]
}

export type CommunityAct =
  | (Saying & { readonly kind: 'comment'; readonly statusId: string; /** Left out when the own account has answered meanwhile. */ readonly onlyIfUnanswered: boolean })
  | (Saying & { readonly kind: 'mention' })
  | (Saying & { readonly kind: 'message'; /** The status it answers; null begins a conversation. */ readonly statusId: string | null; readonly onlyIfUnanswered: boolean })
  | (Saying & { readonly kind: 'quote'; readonly statusId: string })
  | { readonly kind: 'like'; readonly memberId: string; readonly statusId: string }
  | { readonly kind: 'boost'; readonly memberId: string; readonly statusId: string }
  | { readonly kind: 'follow'; readonly memberId: string }

/** An act and when: ms of the community's own time (`community-clock.ts`). */
export interface PlannedAct {
  readonly due: number
  readonly act: CommunityAct
}

export function parseAct(text: string): CommunityAct {
  return actSchema.parse(JSON.parse(text))
}

export const selfReference = 'self'
