import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { captionLanguages } from './caption-languages.ts'

/** As many as any network takes with one film: https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/embed/video.json (read on 2026-11-23). */
export const mostCaptions = 20

/** Of a file of subtitles as it is chosen, in bytes: a film of ten hours has half of it. */
export const mostCaptionBytes = 1024 * 1024

/** What is known of a file that was read and is kept. `bytes`: as WebVTT. `lastAtMs`: when its last words begin. */
export const captionsFileSchema = z.object({
  captionsId: idSchema,
  fileName: z.string().min(1).max(255),
  bytes: z.int().positive(),
  cues: z.int().positive(),
  lastAtMs: z.int().min(0)
})
export type CaptionsFile = z.infer<typeof captionsFileSchema>

/** Subtitles of a film in one language. `filmMs`: how long the film was for which they were chosen. What is kept under the id never changes, so these are true as long as it is there. */
export const filmCaptionsSchema = captionsFileSchema.extend({ language: z.enum(captionLanguages), filmMs: z.int().min(0) })
export type FilmCaptions = z.infer<typeof filmCaptionsSchema>

/** Each language once: players offer them by it. */
export const captionsOfFilmSchema = z.array(filmCaptionsSchema).max(mostCaptions).refine((captions) => new Set(captions.map(({ language }) => language)).size === captions.length, 'a language stands twice')
