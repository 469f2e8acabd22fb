import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { networkIdSchema, type NetworkId } from '../networks/network-id.ts'

/** As it is written behind the `@`, without it. */
export const handleSchema = z.string().trim().min(1).max(320).regex(/^[^\s@][^\s]*$/)

/** What somebody is called on each network, as far as the client knows. */
export const handlesSchema = z.partialRecord(networkIdSchema, handleSchema)
export type Handles = z.infer<typeof handlesSchema>

/** Somebody the client writes of. */
export const personSchema = z.object({ id: idSchema, name: z.string().trim().min(1).max(120), handles: handlesSchema })
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
