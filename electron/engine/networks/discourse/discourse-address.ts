import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { toServerAddress } from '../server-address.ts'

export interface ForumAddress {
  /** Where the forum's paths begin; it may lie in a folder of a site. */
  readonly root: string
  readonly categoryId: number | null
}

/** A forum's address, or that of one of its categories (`/c/announcements/5`, `/c/news/france/12`): topics then go into that category. */
export function toForumAddress(typed: string): NetworkResult<ForumAddress> {
  const address = toServerAddress(typed)
  if (!address.ok) return address
  const [, root, id] = /^(.*?)\/c\/(?:[^/]+\/)*(\d+)(?:\/.*)?$/.exec(address.value) ?? []
  return done(root === undefined ? { root: address.value, categoryId: null } : { root, categoryId: Number(id) })
}
