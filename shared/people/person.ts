import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { networkIdSchema, type NetworkId } from '../networks/network-id.ts'

/** As it is written behind the `@`, without it. */
export const handleSchema = z.string().trim().min(1).max(320).regex(/^[^\s@][^\s]*$/)

/** What somebody is called on each network, as far as the client knows. */
export const handlesSchema = z.partialRecord(networkIdSchema, handleSchema)
export type Handles = z.infer<typeof handlesSchema>

/** A mention in a text holds no longer name either (shared/posts/rich-document.ts). */
export const longestName = 120

/** Somebody the client writes of. */
export const personSchema = z.object({ id: idSchema, name: z.string().trim().min(1).max(longestName), handles: handlesSchema })
export type Person = z.infer<typeof personSchema>

/** Found by a network, or among those who wrote: not kept yet. */
export const foundPersonSchema = z.object({ name: z.string(), handle: z.string() })
export type FoundPerson = z.infer<typeof foundPersonSchema>

/** Networks on which `@` and a name written out make a mention. Elsewhere the name alone is written. */
const mentionable: ReadonlySet<NetworkId> = new Set<NetworkId>(['bluesky', 'mastodon', 'practice', 'x', 'threads', 'instagram', 'telegram', 'discourse', 'tiktok', 'youtube'])

export function canMentionOn(networkId: NetworkId): boolean {
  return mentionable.has(networkId)
}

/** Without the signs that people write before it. */
export function plainHandle(handle: string): string {
  return handle.trim().replace(/^@+/, '')
}

/** Signs that draw nothing or turn the order of what follows: in a list of people they could make one name look like another. */
const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu

/**
 * Somebody as a network or a stranger's message names them, in a form that a text can mention: on one line, and no longer than a name may be. Networks let people take longer ones
 * (sixty-four emoji are seven hundred characters), and servers say what they like. Null: there is no name to write behind the `@`.
 */
export function readFoundPerson(given: FoundPerson): FoundPerson | null {
  const handle = handleSchema.safeParse(plainHandle(given.handle))
  if (!handle.success) return null
  const name = shortened(given.name.slice(0, longestName * 10).replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').trim())
  return { name: name === '' ? shortened(handle.data) : name, handle: handle.data }
}

function shortened(name: string): string {
  if (name.length <= longestName) return name
  let end = 0
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    if (index + segment.length > longestName) break
    end = index + segment.length
  }
  return name.slice(0, end).trim()
}
