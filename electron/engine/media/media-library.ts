import type Database from 'better-sqlite3'
import { namedUses, type LibraryPicture } from '../../../shared/media/library-picture.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import { createMediaRepository, type StoredMedia } from './media-repository.ts'

interface Use {
  readonly mediaId: string
  readonly postId: string
  readonly excerpt: string
  readonly altText: string
}

/** Finds the workspace's pictures: the same content once, the one added last first, by the words of its names and descriptions; all of them for no words. */
export function createMediaLibrary(database: Database.Database): (query: string) => readonly LibraryPicture[] {
  const repository = createMediaRepository(database)
  const selectUses = database.prepare<[], Use>(
    `SELECT post_media.media_id AS mediaId, posts.id AS postId, posts.excerpt AS excerpt, post_media.alt_text AS altText
     FROM post_media JOIN posts ON posts.id = post_media.post_id ORDER BY posts.updated_at DESC, posts.id, post_media.position`
  )
  return (query) => {
    const usesById = grouped(selectUses.all().map((use, place) => ({ ...use, place })), ({ mediaId }) => mediaId)
    const byContent = grouped(repository.listAll(), ({ sha256 }) => sha256)
    const words = foldText(query).split(/\s+/u).filter((word) => word !== '')
    return [...byContent.values()].flatMap((copies) => {
      const uses = copies.flatMap(({ item }) => usesById.get(item.id) ?? []).toSorted((a, b) => a.place - b.place)
      const text = foldText([...copies.map(({ item }) => item.fileName), ...uses.map(({ altText }) => altText)].join('\n'))
      return words.every((word) => text.includes(word)) ? pictureOf(copies, uses) : []
    })
  }
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}

/** `copies` with the newest first; what was written last stands first among the uses of each. */
function pictureOf([newest, ...older]: readonly StoredMedia[], uses: readonly Use[]): readonly LibraryPicture[] {
  if (newest === undefined) return []
  const posts = [...new Map(uses.map(({ postId, excerpt }) => [postId, { postId, excerpt }])).values()]
  return [
    {
      item: newest.item,
      sameIds: [newest, ...older].map(({ item }) => item.id),
      altText: uses.find(({ altText }) => altText.trim() !== '')?.altText ?? '',
      useCount: posts.length,
      uses: posts.slice(0, namedUses)
    }
  ]
}
