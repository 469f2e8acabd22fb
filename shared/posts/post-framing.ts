import { z } from 'zod'
import { placeSchema } from './place.ts'
import { userNameSchema } from './user-names.ts'
import { occasionAsSent, occasionKept, occasionSchema, occasionWords } from './occasion.ts'

/** Who comes to see a post. quiet: everybody who goes to it, and no public list · followers: nobody else. */
export const reaches = ['public', 'quiet', 'followers'] as const
export type Reach = (typeof reaches)[number]

/** Who may answer a post. followed: whom the account follows · mentioned: whom the post names · subscribers: who pays the account for more · verified: whom the network has verified. */
export const repliers = ['everybody', 'followers', 'followed', 'mentioned', 'subscribers', 'verified'] as const
export type Repliers = (typeof repliers)[number]

/** Who may quote a post in one of their own. nobody: but the account itself. */
export const quoters = ['everybody', 'followers', 'nobody'] as const
export type Quoters = (typeof quoters)[number]

/** What people press below a post, to where its link leads; `call` the place by telephone. The usual one first. */
export const postButtons = ['learn_more', 'book', 'order', 'shop', 'sign_up', 'call'] as const
export type PostButton = (typeof postButtons)[number]

/** More than any server takes. */
export const longestWarning = 500
export const longestTopic = 100
/** In UTF-16 units, which is more than any network takes of what it counts in. */
export const longestAttachedText = 20_000

/** How a post stands on a network that knows of such things, for one account. What is left out is as usual there: no warning, for everybody, in the language that the account has set. */
export const postFramingSchema = z.object({
  /** What people read first, and have to open the post behind. Counts as the words do. */
  warning: z.string().max(longestWarning).optional(),
  reach: z.enum(reaches).optional(),
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/).optional(),
  replies: z.enum(repliers).optional(),
  /** Left out: as the account has it set there. */
  quotes: z.enum(quoters).optional(),
  /** The one that the network shows the post under, beside its words. */
  topic: z.string().max(longestTopic).optional(),
  /** A long text below the words of its first part, which people open to read: without any styling. */
  attachedText: z.string().max(longestAttachedText).optional(),
  /** Its pictures and films are covered until somebody opens them. */
  isCovered: z.boolean().optional(),
  /** Said of its pictures and films. */
  isMadeWithAi: z.boolean().optional(),
  /** Somebody pays for it, and the network labels it so. */
  isPaidPartnership: z.boolean().optional(),
  /** Once it is out, it goes on to those who follow the account's channel from elsewhere. */
  isPassedOn: z.boolean().optional(),
  button: z.enum(postButtons).optional(),
  /** Left out: an update like any other. */
  occasion: occasionSchema.optional(),
  /** User names, without a sign before them: invited to share the post as theirs, which is shown with theirs once they accept. */
  collaborators: z.array(userNameSchema).max(5).optional(),
  /** Where the post says that it is. */
  place: placeSchema.optional()
})
export type PostFraming = z.infer<typeof postFramingSchema>

/** Languages at choice, the most read ones of the two that Vigie speaks first; others that a post has stay. */
export const framingLanguages = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ca', 'eu', 'br', 'co', 'oc', 'pl', 'uk', 'ru', 'tr', 'ar', 'he', 'ja', 'ko', 'zh'] as const

/** As it is kept: without what is as usual; undefined where all is. What is for followers alone is quoted by nobody: the server says so, whatever was chosen before. */
export function framingKept({ warning, reach, language, replies, quotes, topic, attachedText, button, occasion, collaborators = [], place, ...yes }: PostFraming): PostFraming | undefined {
  const told = { warning: warning === '' ? undefined : warning, reach: reach === 'public' ? undefined : reach, language, replies: replies === 'everybody' ? undefined : replies, quotes: reach === 'followers' ? undefined : quotes, topic: topic === '' ? undefined : topic, attachedText: attachedText === '' ? undefined : attachedText, ...saidOf(yes), button: buttonKept({ button, occasion }), occasion: occasion === undefined ? undefined : occasionKept(occasion), collaborators: collaborators.length === 0 ? undefined : collaborators, place }
  const kept = Object.entries(told).filter(([, value]) => value !== undefined)
  return kept.length === 0 ? undefined : postFramingSchema.parse(Object.fromEntries(kept))
}

/** An offer has a button of its own. */
function buttonKept({ button, occasion }: { readonly [Key in 'button' | 'occasion']: PostFraming[Key] }): PostButton | undefined {
  return button === 'learn_more' || occasion?.kind === 'offer' ? undefined : button
}

/** What is either so or not told. */
function saidOf({ isCovered, isMadeWithAi, isPaidPartnership, isPassedOn }: Pick<PostFraming, 'isCovered' | 'isMadeWithAi' | 'isPaidPartnership' | 'isPassedOn'>): PostFraming {
  return { ...(isCovered === true ? { isCovered } : {}), ...(isMadeWithAi === true ? { isMadeWithAi } : {}), ...(isPaidPartnership === true ? { isPaidPartnership } : {}), ...(isPassedOn === true ? { isPassedOn } : {}) }
}

const sent = new WeakMap<PostFraming, { readonly as: PostFraming | undefined }>()

/** As it is sent: no network keeps the spaces around a warning, a topic or a long text, nor one of spaces alone. The very same for the same one: whoever has looked at it before need not look again. */
export function framingAsSent(framing: PostFraming | undefined): PostFraming | undefined {
  if (framing === undefined) return undefined
  const known = sent.get(framing) ?? { as: framingKept({ ...framing, warning: framing.warning?.trim(), topic: framing.topic?.trim(), attachedText: framing.attachedText?.trim(), occasion: framing.occasion && occasionAsSent(framing.occasion) }) }
  sent.set(framing, known)
  return known.as
}

const below = new WeakMap<PostFraming, { readonly as: PostFraming | undefined }>()

/** How the parts below the first one stand, of how that one does: a long text stands below the first alone. The very same for the same one. */
export function framingBelow(framing: PostFraming | undefined): PostFraming | undefined {
  if (framing?.attachedText === undefined) return framing
  const known = below.get(framing) ?? { as: framingKept({ ...framing, attachedText: undefined }) }
  below.set(framing, known)
  return known.as
}

/** A topic as it may be written there: without the signs that the network refuses in it, nor the one that people write before it. */
export function asTopic(text: string, { max, refused }: { readonly max: number; readonly refused: string }): string {
  const signs = [...text.replace(/^[#\s]+/, '')].filter((sign) => !refused.includes(sign))
  return signs.slice(0, max).join('')
}

/** All that is chosen, in one order, for holding one against another. */
export function framingWords(framing: PostFraming | undefined): readonly string[] {
  const { warning = '', reach = 'public', language = '', replies = 'everybody', quotes, topic = '', attachedText = '', button = 'learn_more', occasion, collaborators = [], place, ...yes } = framing ?? {}
  return [warning, reach, language, replies, topic, ...Object.keys(saidOf(yes)), ...quoteWords(quotes), ...(button === 'learn_more' ? [] : [button]), ...occasionWords(occasion), ...collaborators.map((name) => `@${name}`), ...(attachedText === '' ? [] : [`¶${attachedText}`]), ...placeWords(place)]
}

function placeWords(place: PostFraming['place']): readonly string[] {
  return place === undefined ? [] : [`⌖${place.id}`, place.name, place.address ?? '']
}

function quoteWords(quotes: Quoters | undefined): readonly string[] {
  return quotes === undefined ? [] : [`quotes ${quotes}`]
}

export function isSameFraming(one: PostFraming | undefined, other: PostFraming | undefined): boolean {
  return JSON.stringify(framingWords(one)) === JSON.stringify(framingWords(other))
}
