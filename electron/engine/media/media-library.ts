import type Database from 'better-sqlite3'
import { z } from 'zod'
import { namedUses, type LibraryPicture, type PictureWords } from '../../../shared/media/library-picture.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import { createMediaRepository, type StoredMedia } from './media-repository.ts'

interface Use {
  readonly mediaId: string
  readonly postId: string
  readonly excerpt: string
  readonly altText: string
  readonly isOpen: 0 | 1
}

interface KeptRow {
  readonly id: string
  readonly altText: string
  readonly folder: string
  readonly tags: string
  readonly originId: string | null
  readonly originName: string | null
}

interface Kept extends PictureWords {
  readonly originId: string | null
  readonly originName: string | null
}

const tagsSchema = z.array(z.string())

/** Finds the workspace's pictures: the same content once, the one added last first, by the words of its names, descriptions, folder and tags; all of them for no words. */
export function createMediaLibrary(database: Database.Database): (query: string) => readonly LibraryPicture[] {
  const repository = createMediaRepository(database)
  const selectUses = database.prepare<[], Use>(
    `SELECT shown.media_id AS mediaId, posts.id AS postId, posts.excerpt AS excerpt, shown.alt_text AS altText, posts.published_at IS NULL AS isOpen
     FROM (SELECT post_id, position, media_id, alt_text FROM post_media UNION ALL SELECT post_id, position, cover_id, '' FROM post_media WHERE cover_id IS NOT NULL) AS shown
     JOIN posts ON posts.id = shown.post_id ORDER BY posts.updated_at DESC, posts.id, shown.position`
  )
  const selectKept = database.prepare<[], KeptRow>(
    `SELECT media.id, media.alt_text AS altText, media.folder, media.tags, media.origin_id AS originId, origins.file_name AS originName
     FROM media LEFT JOIN media AS origins ON origins.id = media.origin_id WHERE media.removed_at IS NULL`
  )
  return (query) => {
    const kept = new Map(selectKept.all().map(({ id, tags, ...row }) => [id, { ...row, tags: tagsSchema.parse(JSON.parse(tags)) }]))
    const usesById = grouped(selectUses.all().map((use, place) => ({ ...use, place })), ({ mediaId }) => mediaId)
    const byContent = grouped(repository.listAll().filter(({ item }) => kept.has(item.id)), ({ sha256 }) => sha256)
    const words = foldText(query).split(/\s+/u).filter((word) => word !== '')
    return [...byContent.values()].flatMap((copies) => {
      const uses = copies.flatMap(({ item }) => usesById.get(item.id) ?? []).toSorted((a, b) => a.place - b.place)
      const about = kept.get(copies[0]?.item.id ?? '')
      if (about === undefined) return []
      const text = foldText([...copies.map(({ item }) => item.fileName), about.altText, about.folder, ...about.tags, ...uses.map(({ altText }) => altText)].join('\n'))
      return words.every((word) => text.includes(word)) ? pictureOf(copies, uses, about) : []
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
function pictureOf([newest, ...older]: readonly StoredMedia[], uses: readonly Use[], { altText, folder, tags, originId, originName }: Kept): readonly LibraryPicture[] {
  if (newest === undefined) return []
  const posts = [...new Map(uses.map(({ postId, excerpt, isOpen }) => [postId, { postId, excerpt, isOpen }])).values()]
  return [
    {
      item: newest.item,
      sameIds: [newest, ...older].map(({ item }) => item.id),
      altText: altText === '' ? (uses.find((use) => use.altText.trim() !== '')?.altText ?? '') : altText,
      folder,
      tags: [...tags],
      originId,
      originName,
      useCount: posts.length,
      openCount: posts.filter(({ isOpen }) => isOpen === 1).length,
      uses: posts.slice(0, namedUses).map(({ postId, excerpt }) => ({ postId, excerpt }))
    }
  ]
}
