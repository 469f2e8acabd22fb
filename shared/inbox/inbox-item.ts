import { z } from 'zod'
import { markedActs, standingActs } from '../networks/acts.ts'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { starsSchema } from './stars.ts'

/** comment: under one of our posts · mention: somebody names us elsewhere · message: private · review: what a customer says of the place, with stars. */
export const conversationKinds = ['comment', 'mention', 'message', 'review'] as const
export const conversationKindSchema = z.enum(conversationKinds)
export type ConversationKind = (typeof conversationKinds)[number]

/** snoozed comes back to open by itself at `snoozedUntil`; a new item from somebody else reopens a done or snoozed conversation. */
export const conversationStates = ['open', 'snoozed', 'done'] as const
export type ConversationState = (typeof conversationStates)[number]

export const conversationSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  kind: conversationKindSchema,
  /** The person who wrote first (not us). */
  authorName: z.string(),
  authorHandle: z.string(),
  lastText: z.string(),
  /** Its place in the list: when its newest item was written, or when it came back from a snooze if that was later. */
  lastAt: instantSchema,
  lastIsOwn: z.boolean(),
  /** Items by others that nobody has read. An answer of ours reads what it answers; done reads everything. */
  unread: z.int().min(0),
  state: z.enum(conversationStates),
  snoozedUntil: instantSchema.nullable(),
  /** When it came back from a snooze by itself; null once it was settled, answered or put off again. */
  wokenAt: instantSchema.nullable(),
  /**
   * When the first item by somebody else was written that came after our last answer; null when answered or done. Waiting time counts from
   * here: who writes again does not start to wait anew.
   */
  waitingSince: instantSchema.nullable(),
  /** An answer was begun and not sent. */
  hasDraft: z.boolean(),
  /** What it began with quotes a post of ours. */
  beganAsQuote: z.literal(true).optional(),
  /** Of a review alone. */
  stars: starsSchema.optional()
})
export type Conversation = z.infer<typeof conversationSchema>

export const inboxItemSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  remoteId: z.string(),
  parentRemoteId: z.string().nullable(),
  authorName: z.string(),
  authorHandle: z.string(),
  isOwn: z.boolean(),
  /** Plain text; a network's HTML is turned into text when it comes in. */
  text: z.string(),
  url: z.string().nullable(),
  createdAt: instantSchema,
  isRead: z.boolean(),
  isLiked: z.boolean(),
  /** What Vigie did about it, or about its author, that stands or is on its way. What was done elsewhere is not known. */
  inForce: z.array(z.enum(standingActs)),
  /** Up to when its author is kept from writing there (or to the moderators, where a mute is that), ms since the epoch. Left out: not for a time that Vigie knows. */
  silencedUntil: instantSchema.optional(),
  /** Up to when its author is banned from there. Left out: not for a time that Vigie knows. */
  bannedUntil: instantSchema.optional(),
  /** We reported it, or are about to. */
  isReported: z.boolean(),
  /** Of these, what has not reached the network yet: it will be so. */
  underWay: z.array(z.enum(markedActs)),
  /** WordPress comments can wait for approval. */
  isHeld: z.boolean(),
  /** The account is a moderator of the place where it stands. Left out: it is not, or the network wants none for it. */
  mayHide: z.boolean().optional(),
  /** The place where it stands, by its name there, out of which the account may keep its author (`moderatedAuthors`). Left out: it may not. */
  keepOutOf: z.string().optional(),
  /** Whether nobody can answer there any more, where the account may close and open it. Left out: it may not. */
  isLocked: z.boolean().optional(),
  /** It quotes a post of ours, whose words these are as far as they are known; `isDetached`: its readers are not shown our post any more. */
  quotes: z.object({ text: z.string(), isDetached: z.boolean() }).optional(),
  /** What is done about its author is not for this account: for those who run the place, of whom it is none, for nobody in a group of private messages, or not without a right that the login lacks. Left out: it may do what the network offers. */
  authorIsOutOfReach: z.literal(true).optional(),
  /** Images are named and counted, not loaded: strangers' images stay on their servers until asked for. */
  attachmentCount: z.int().min(0),
  /** Of a review alone, not of what we answered. */
  stars: starsSchema.optional(),
  /** When the words, or the stars, were last changed there. Left out: never, or the network does not tell. Only of reviews and of what we answered to them. */
  editedAt: instantSchema.optional(),
  /** What it said before, oldest first, as far as Vigie saw it. */
  earlier: z.array(z.object({ stars: starsSchema, text: z.string(), until: instantSchema })).optional(),
  /** When the network first said that it is there no more. Left out: it is there, or nobody asked. Only of reviews and of what we answered to them. */
  goneAt: instantSchema.optional()
})
export type InboxItem = z.infer<typeof inboxItemSchema>
