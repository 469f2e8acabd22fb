import { z } from 'zod'
import { captionsOfFilmSchema, filmCaptionsSchema } from '../../../shared/captions/film-captions.ts'
import { yesToWordsSchema } from '../../../shared/published/yes-to-words.ts'
import { wordsThereSchema } from '../../../shared/published/words-there.ts'
import { reportSchema } from '../../../shared/inbox/report.ts'
import { actSchema, silenceMinutesSchema } from '../../../shared/networks/acts.ts'
import { besideWordsSchema } from '../../../shared/posts/beside-words.ts'
import { personTagsSchema } from '../../../shared/posts/person-tag.ts'
import { pollSchema } from '../../../shared/posts/poll.ts'
import { quoteSchema } from '../../../shared/posts/quote.ts'
import { postFormats } from '../../../shared/posts/post-format.ts'
import { postFramingSchema } from '../../../shared/posts/post-framing.ts'
import { postTermsSchema } from '../../../shared/posts/post-terms.ts'
import { filmCoverSchema, focalPointSchema } from '../../../shared/posts/post.ts'
import { richDocumentSchema } from '../../../shared/posts/rich-document.ts'

/** Of a link, as it was shown when the intent was recorded. */
export const cardToSendSchema = z.object({ url: z.string(), title: z.string(), description: z.string(), pictureId: z.string().nullable() })

/** What goes out, exactly as it was when the intent was recorded. Later edits of a post or of a conversation do not reach it. */
export const jobPayloadSchema = z.discriminatedUnion('effect', [
  z.object({
    effect: z.literal('create'),
    title: z.string(),
    /** Apart from the words, as the network writes them. Left out: none. */
    tags: z.array(z.string()).optional(),
    /** What else goes out beside the words. Left out: nothing. */
    beside: besideWordsSchema.optional(),
    /** The plain text as previewed and counted. */
    text: z.string(),
    document: richDocumentSchema,
    /** `cover`: of a film, the picture that stands for it. `captions`: its subtitles. `focus`: what of a picture has to be seen. `people`: who is shown. */
    media: z.array(z.object({ mediaId: z.string(), altText: z.string(), cover: filmCoverSchema.optional(), captions: captionsOfFilmSchema.optional(), focus: focalPointSchema.optional(), people: personTagsSchema.optional() })),
    replyTo: z.object({ remoteId: z.string(), rootRemoteId: z.string(), authorHandle: z.string(), inPrivate: z.literal(true).optional(), review: z.object({ replyWas: z.string().nullable() }).optional() }).nullable(),
    audience: z.enum(['public', 'message']),
    /** Of its first link, where the sender builds the card and not the network: as the preview showed it. */
    card: cardToSendSchema.optional(),
    /** Below the words, where the network has polls. */
    poll: pollSchema.optional(),
    /** A post of somebody else's that stands in it, where the account can quote it. */
    quote: quoteSchema.optional(),
    /** What it is there, where the network has several kinds. Left out: an ordinary post. */
    format: z.enum(postFormats).optional(),
    /** Under which terms it goes out at once, where the network asks for them. Left out: it goes the network's other way. */
    terms: postTermsSchema.optional(),
    /** How it stands there. Left out: as usual. */
    framing: postFramingSchema.optional(),
    /** The last part of its post for this account is the account's own first comment. */
    hasComment: z.literal(true).optional(),
    /** Of the whole post this is a part of, as it was scheduled: what an approval is for. */
    contentHash: z.string().optional()
  }),
  z.object({ effect: z.literal('set_liked'), remoteId: z.string(), liked: z.boolean() }),
  /** Of a film that is out: the network takes its cover by a call of its own. */
  z.object({ effect: z.literal('set_cover'), remoteId: z.string(), cover: filmCoverSchema }),
  /** Of a film that is there: it goes into a list of the account's own. */
  z.object({ effect: z.literal('add_to_list'), remoteId: z.string(), listId: z.string(), listName: z.string() }),
  /** Of a film that is there: its subtitles in one language. */
  z.object({ effect: z.literal('add_captions'), remoteId: z.string(), captions: filmCaptionsSchema }),
  /** Of a post that is out: it goes on to those who follow its channel from elsewhere. */
  z.object({ effect: z.literal('pass_on'), remoteId: z.string() }),
  /** Other words for what is out. */
  z.object({
    effect: z.literal('edit'),
    remoteId: z.string(),
    title: z.string(),
    text: z.string(),
    document: richDocumentSchema,
    /** What stood there when the person began: where it is something else by now, nothing is written. null: the network gives nothing back. */
    seen: wordsThereSchema.nullable(),
    /** It is a caption. */
    hasMedia: z.boolean(),
    /** Of the post as it will be then: what the client's answer is for. */
    contentHash: z.string(),
    /** The client's yes to these very words. */
    yes: yesToWordsSchema.optional()
  }),
  /** Of what is out. `instead`: which one the person was told would lose its place, null: none. */
  z.object({ effect: z.literal('pin'), remoteId: z.string(), isPinned: z.boolean(), instead: z.string().nullable() }),
  z.object({ effect: z.literal('act'), act: actSchema, remoteId: z.string(), report: reportSchema.optional(), minutes: silenceMinutesSchema.optional(), /** Of a block that is about private messages alone. */ conversationRemoteId: z.string().optional() })
])
export type JobPayload = z.infer<typeof jobPayloadSchema>
/** What follows a film, or a post, that is there. */
export type FollowerPayload = Extract<JobPayload, { effect: 'set_cover' | 'add_to_list' | 'add_captions' | 'pass_on' }>
/** A post, a part of one, or an answer. */
export type CreatePayload = Extract<JobPayload, { effect: 'create' }>

export function isFollower(payload: JobPayload | null): payload is FollowerPayload {
  return payload?.effect === 'set_cover' || payload?.effect === 'add_to_list' || payload?.effect === 'add_captions' || payload?.effect === 'pass_on'
}
