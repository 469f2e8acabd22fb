import { z } from 'zod'
import { postFormats } from '../posts/post-format.ts'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { acts } from '../networks/acts.ts'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { callRecordSchema } from './call-summary.ts'
import { cancelReasonSchema } from './cancel-reason.ts'

/** Effects that other people can see. Each is one durable job for one account. `set_cover`: of a film that is out, where its network takes the cover by a call of its own. `add_to_list`: of a film that is there, into a list of the account's own. `add_captions`: subtitles of a film that is there, in one language. `pass_on`: a post that is there goes on to those who follow its channel elsewhere. `edit`: of words of ours that are out. `pin`, `unpin`: of a post of ours that is out. */
export const jobKinds = ['publish_post', 'reply', 'like', 'unlike', 'set_cover', 'add_to_list', 'add_captions', 'pass_on', 'edit', 'pin', 'unpin', ...acts] as const
export type JobKind = (typeof jobKinds)[number]

/**
 * queued: its time has not come, or it is due (`dueAt` has passed, and it is the next turn's: read from the clock, since a state of its own would have to be
 * written at the hour, by a computer that may be asleep) · waiting_for_network: due, but offline · sending: the request may be on its way ·
 * unknown_outcome: sent, and nobody knows whether it arrived; looked up, never sent again blindly · pending_at_network: the network
 * took it and is still at work · published: confirmed · failed: refused, the user has to change something · missed: later than the
 * workspace's grace; the user is asked · held: its time came during a hold, or without what it needs; the user is asked · cancelled: the user gave it up.
 */
export const jobStates = [
  'queued', 'waiting_for_network', 'sending', 'unknown_outcome', 'pending_at_network', 'published', 'failed', 'missed', 'held', 'cancelled'
] as const
export type JobState = (typeof jobStates)[number]

/** Which part of a post a job sends, counted from 1. `hasComment`: the last of them is the account's own first comment. */
export const threadPlaceSchema = z.object({ number: z.int().min(1), of: z.int().min(1), hasComment: z.literal(true).optional() })
export type ThreadPlace = z.infer<typeof threadPlaceSchema>

/**
 * Of a post that the network publishes by itself: handing: it is on its way there · with_network: it waits there, and goes with this computer off ·
 * taking_back: it may still go from there, and is being called back.
 */
export const handOverStates = ['handing', 'with_network', 'taking_back'] as const
export type HandOverState = (typeof handOverStates)[number]

/** What a job changes that is out already: the job that published it, and its post. */
const aboutSchema = z.object({ jobId: idSchema, postId: idSchema })
export type About = z.infer<typeof aboutSchema>

export const jobSchema = z.object({
  id: idSchema,
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  accountId: idSchema,
  /** Set for `publish_post`, `set_cover`, `add_to_list`, `add_captions` and `pass_on`. */
  postId: idSchema.nullable(),
  /** Set for the effects on a conversation. */
  conversationId: idSchema.nullable(),
  /** Of a change of what is out: it has no `postId`, since it says nothing of whether the post is out. */
  about: aboutSchema.optional(),
  /** First 280 characters of what is sent. */
  excerpt: z.string(),
  dueAt: instantSchema,
  /** Left out where the whole post is one part. */
  part: threadPlaceSchema.optional(),
  /** When the runner looks at it next; null when that waits for the network (`waiting_for_network`), for the part before it, for a login, or for the user. */
  nextAttemptAt: instantSchema.nullable(),
  attempts: z.int().min(0),
  failure: studioErrorSchema.nullable(),
  /** Told to leave while its network could not be reached: up to then it does so by itself once it can be; later, the person is asked. Only before it has left. */
  leavesUntil: instantSchema.optional(),
  /** What the client's answer has against it as things stand now: it does not leave while that is so. Only where the outbox is listed, and only of what is open. */
  stop: studioErrorSchema.optional(),
  /** Its time has come, and it waits for the person, who publishes it on the network. */
  byHand: z.literal(true).optional(),
  /** A private message: of those who are in the conversation, nobody else sees it. */
  isPrivate: z.literal(true).optional(),
  /** What it is on its network, where that has several kinds. Left out: an ordinary post, or no post. */
  format: z.enum(postFormats).optional(),
  /** Somebody else's post stands in it. */
  quotes: z.literal(true).optional(),
  /** Not everybody may see it there, as the person chose. */
  forFew: z.literal(true).optional(),
  /** null: it goes from this computer. */
  handOver: z.enum(handOverStates).nullable(),
  /** A restored copy does not say whether it was handed over: it is looked for there, and goes from this computer where it is not. Only while `handOver` is set. */
  isSought: z.literal(true).optional(),
  /** Its network has, or may have, this hour instead of `dueAt`, and may publish it then: the change is not confirmed. Only while `handOver` is set. */
  stillAt: instantSchema.optional(),
  /** Called back, it waits here then, is a draft again, or goes nowhere. */
  afterReturn: z.enum(['wait_here', 'edit', 'discard']).optional(),
  /** It went out while its network still had this hour; `dueAt`, wished since, had not arrived there. */
  oldHour: instantSchema.optional(),
  remoteUrl: z.string().nullable(),
  /** It was published, and is deleted there since. */
  removedAt: instantSchema.optional(),
  /**
   * Of what is cancelled; null there: not recorded, an earlier version did it. Of `unknown_outcome`: it was taken back while it may have been on the
   * wire, and is cancelled once it is certain that it is not there. Of `published`: it was taken back, and was out already.
   */
  cancelReason: cancelReasonSchema,
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable()
})
export type Job = z.infer<typeof jobSchema>

/**
 * send, look_up, resume: from here · the others with the network's own schedule: hand_over: given to it · find_there: looked for among what waits and what is
 * out there · read_there: looked at · move_there: given another time · take_back: called back.
 */
export const attemptSteps = ['send', 'look_up', 'resume', 'hand_over', 'find_there', 'read_there', 'move_there', 'take_back'] as const
/** A call for a job that goes from here. */
export type SendStep = Extract<(typeof attemptSteps)[number], 'send' | 'look_up' | 'resume'>
/** waits_there, gone_there: what the network's schedule answered. */
export const attemptOutcomes = ['running', 'published', 'pending', 'not_found', 'failed', 'offline', 'unknown', 'interrupted', 'waits_there', 'gone_there'] as const

/** What a call asked and was answered, beyond its step and outcome. */
export const attemptDetailSchema = z.object({
  /** The time that was asked for, or expected. */
  dueAt: instantSchema.optional(),
  /** The time that the network named. */
  foundAt: instantSchema.optional(),
  /** So many looks in a row had this answer; told once. `since`: when the first of them was. */
  times: z.int().min(2).optional(),
  since: instantSchema.optional()
})
export type AttemptDetail = z.infer<typeof attemptDetailSchema>

export const jobAttemptSchema = z.object({
  id: idSchema,
  jobId: idSchema,
  startedAt: instantSchema,
  /** null: the attempt was cut off (crash, power) before it could tell. */
  endedAt: instantSchema.nullable(),
  step: z.enum(attemptSteps),
  outcome: z.enum(attemptOutcomes),
  failure: studioErrorSchema.nullable(),
  detail: attemptDetailSchema.nullable(),
  /** The requests it made, and what they were answered; null: cut off before that was written down, or none was made. */
  calls: callRecordSchema.nullable()
})
export type JobAttempt = z.infer<typeof jobAttemptSchema>
