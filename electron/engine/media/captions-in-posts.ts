import type Database from 'better-sqlite3'
import { z } from 'zod'
import { captionsOfFilmSchema, mostCaptions, type FilmCaptions } from '../../../shared/captions/film-captions.ts'

const rowSchema = z.object({ captions: z.string().transform((text): unknown => JSON.parse(text)).pipe(captionsOfFilmSchema) })
/** So many posts are looked through; a film that stands in more has the same in all of them. */
const mostPosts = 100

/** The subtitles that a film has in the client's posts: of each language those of the post that was written last. */
export function createCaptionsInPosts(database: Database.Database): (mediaId: string) => FilmCaptions[] {
  const select = database.prepare<[string, number]>('SELECT post_media.captions FROM post_media JOIN posts ON posts.id = post_media.post_id WHERE post_media.media_id = ? AND post_media.captions IS NOT NULL ORDER BY posts.updated_at DESC, post_media.position LIMIT ?')
  return (mediaId) => {
    const newest = new Map<string, FilmCaptions>()
    for (const row of select.all(mediaId, mostPosts)) {
      for (const one of rowSchema.parse(row).captions) if (!newest.has(one.language) && newest.size < mostCaptions) newest.set(one.language, one)
    }
    return [...newest.values()]
  }
}
