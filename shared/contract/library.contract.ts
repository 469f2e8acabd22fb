import { z } from 'zod'
import { mediaItemSchema, videoItemSchema } from '../media/media-item.ts'
import { pictureRecipeSchema } from '../media/picture-recipe.ts'
import { pictureWordsSchema } from '../media/library-picture.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

/** Words as they are drawn by the page, which knows the letters: a PNG for a picture of that width. */
export const drawnTextSchema = z.object({ png: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 32 * 1024 * 1024), forWidth: z.int().min(1).max(20_000) })
export type DrawnText = z.infer<typeof drawnTextSchema>

/** Of a film, as much as is read at once. */
export const mostReadBytes = 4 * 1024 * 1024
/** Of the whole work on a film, in percent: what the page does; the rest is the engine's. */
export const madeShare = 85

const some = z.array(idSchema).min(1).max(500)

/** The client's pictures and videos, kept in order. */
export const libraryContract = {
  /** Puts words, folder and tags in the place of what was said before, for all copies of each; what has been described stays, used or not. Unknown ids are passed over. */
  'library.describe': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, items: z.array(pictureWordsSchema.extend({ mediaId: idSchema })).min(1).max(500) }),
    output: z.object({})
  }),
  /** What was just added stays, used or not; into that folder when it is in none. `known`: those whose content was here already, and keeps what was said of it. */
  'library.keep': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, mediaIds: some, folder: pictureWordsSchema.shape.folder }), output: z.object({ known: z.array(idSchema) }) }),
  /** Takes them out of the library, except what a draft, a planned post, a series or a template has: `inUse`. Their files go when nothing needs them any more. */
  'library.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, mediaIds: some }), output: z.object({ removed: z.array(idSchema), inUse: z.array(idSchema) }) }),
  'library.bringBack': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, mediaIds: some }), output: z.object({}) }),
  /**
   * A picture made of another one, which stays: how far it is, is told by `media.progress`. What is said of the other one holds for it too. Made of an animation, one picture.
   * `drawnText`: the recipe's words, drawn; null when it has none. The same `newMediaId` again answers the same. Fails with `media_unreadable` (nothing was made) and `work_cancelled`.
   */
  'library.edit': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, mediaId: idSchema, newMediaId: idSchema, recipe: pictureRecipeSchema, drawnText: drawnTextSchema.nullable().default(null) }), output: mediaItemSchema }),
  'library.cancelEdit': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, newMediaId: idSchema }), output: z.object({}) }),
  /** What a picture was made of, and how; of one that was added as it is: itself, and nothing done to it. */
  'library.readEdit': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, mediaId: idSchema }), output: z.object({ origin: mediaItemSchema, recipe: pictureRecipeSchema }) }),
  /**
   * A film made of a part of another one, which stays; packets are copied and nothing is encoded anew, so it begins with the last complete picture at or before `startMs`. Told and cancelled as `library.edit` is.
   * Fails with `video_unreadable` (nothing was made), `disk_full` and `work_cancelled`.
   */
  'library.cutVideo': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, mediaId: idSchema, newMediaId: idSchema, startMs: z.int().min(0), endMs: z.int().min(1), isMuted: z.boolean() }).refine(({ startMs, endMs }) => endMs - startMs >= 100),
    output: videoItemSchema
  }),
  'library.cancelCut': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, newMediaId: idSchema }), output: z.object({}) }),
  /** The bytes of a film from `offset` on, for the page's worker that decodes it: at most so many, fewer only at its end. */
  'library.readVideo': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, mediaId: idSchema, offset: z.int().min(0), length: z.int().min(1).max(mostReadBytes) }), output: z.object({ bytes: z.instanceof(Uint8Array) }) }),
  /**
   * A film made of another one, which stays, and encoded anew by the page: begun, its parts one after the other as they are made, finished. It comes as fragmented MP4 with sound as AAC or without compression, and is kept as
   * an ordinary MP4 with AAC. Told as `library.edit` is, from `madeShare` percent on. `not_found` for a part: nobody waits for it any more. Until it is finished nothing is there; after a crash neither.
   */
  'library.beginConversion': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, mediaId: idSchema, newMediaId: idSchema, expectedBytes: z.int().min(0) }), output: z.object({}) }),
  'library.addConverted': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, newMediaId: idSchema, offset: z.int().min(0), bytes: z.instanceof(Uint8Array) }), output: z.object({ received: z.int() }) }),
  /** Fails with `media_too_large` (details: `found`) where it came out heavier than `maxBytes`, and nothing is kept. */
  'library.finishConversion': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, newMediaId: idSchema, maxBytes: z.int().positive().nullable() }), output: videoItemSchema }),
  /** A film with the pictures and the sound of another one as they are, as MP4. Told, and fails, as `library.cutVideo`. */
  'library.rewrapVideo': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, mediaId: idSchema, newMediaId: idSchema }), output: videoItemSchema }),
  /** Nothing of it is left. What is finished stays. */
  'library.cancelConversion': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, newMediaId: idSchema }), output: z.object({}) }),
  /** A draft for all accounts with these pictures and their descriptions. The same `newPostId` again changes nothing. */
  'library.openDraft': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, mediaIds: z.array(idSchema).min(1).max(20), newPostId: idSchema, plannedFor: z.string().max(30).nullable() }),
    output: z.object({ postId: idSchema })
  })
} as const
