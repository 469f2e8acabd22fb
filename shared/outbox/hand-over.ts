import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { studioErrorSchema } from '../errors/studio-error.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { handOverStates, type Job } from './job.ts'

/** What somebody did on the network itself, or the network with it. */
export const handOverNotices = ['moved_there', 'changed_there', 'removed_there', 'not_taken'] as const
export type HandOverNotice = (typeof handOverNotices)[number]

/** Where one job waits, as the page shows it. */
export const handOverSchema = z.object({
  jobId: idSchema,
  accountId: idSchema,
  /** null: not with the network (any more). */
  state: z.enum(handOverStates).nullable(),
  dueAt: instantSchema,
  /** Another time was asked for and is not confirmed: until then it may go at this one. null: there is none. */
  stillAt: instantSchema.nullable(),
  noticed: z.enum(handOverNotices).nullable(),
  failure: studioErrorSchema.nullable()
})
export type HandOver = z.infer<typeof handOverSchema>

/** A post that a hold called back from its networks, until somebody says whether it goes there again. */
export const heldBackSchema = z.object({
  postId: idSchema,
  excerpt: z.string(),
  dueAt: instantSchema,
  accountIds: z.array(idSchema),
  /** False: it may still go from there. */
  isBack: z.boolean(),
  /** False: its time is too near by now, or its account has to be connected again. */
  canHandOver: z.boolean()
})
export type HeldBack = z.infer<typeof heldBackSchema>

/** The network of this job has, or may have, another hour than the one wished. */
export const otherHourSchema = z.object({
  jobId: idSchema,
  postId: idSchema.nullable(),
  accountId: idSchema,
  excerpt: z.string(),
  /** The one wished. */
  dueAt: instantSchema,
  /** The one at which it may still go, or went. */
  oldHour: instantSchema,
  /** When it was found out; null: it is not out. */
  outAt: instantSchema.nullable()
})
export type OtherHour = z.infer<typeof otherHourSchema>

/** One job that its network would publish, whatever happens here. */
export const waitingThereSchema = z.object({
  jobId: idSchema,
  postId: idSchema.nullable(),
  accountId: idSchema,
  excerpt: z.string(),
  dueAt: instantSchema,
  /** Where on the network's own pages it is stopped; null where the network has no such page. */
  stopUrl: z.string().nullable()
})
export type WaitingThereJob = z.infer<typeof waitingThereSchema>

/** Time for the way there, beyond what the network asks for. */
const marginMs = 2 * 60_000

/** Whether a network that publishes by itself would take something for this moment now. */
export function canHandOver({ nativeSchedule }: Pick<NetworkCapabilities, 'nativeSchedule'>, dueAt: number, now: number): boolean {
  if (nativeSchedule === undefined) return false
  const farthest = nativeSchedule.maxAhead.value
  return dueAt - now >= nativeSchedule.minAhead.value + marginMs && (farthest === null || dueAt - now <= farthest)
}

/** Whether this job may be given to its network: it waits for its time, nothing of it has left, it is no part of a thread, whose parts answer each other, of a kind that the network's schedule takes (`FormatRule.scheduled`), quotes nobody (whether its author lets us is asked when it leaves), and is for everybody, which its time makes it there. */
export function isHandOverable(job: Pick<Job, 'kind' | 'state' | 'attempts' | 'dueAt' | 'part' | 'format' | 'quotes' | 'forFew'>, capabilities: Pick<NetworkCapabilities, 'nativeSchedule' | 'formats'>, now: number): boolean {
  const isOfItsKind = job.format === undefined || capabilities.formats?.[job.format]?.scheduled !== undefined
  return job.kind === 'publish_post' && job.part === undefined && isOfItsKind && job.quotes === undefined && job.forFew === undefined && job.state === 'queued' && job.attempts === 0 && canHandOver(capabilities, job.dueAt, now)
}
