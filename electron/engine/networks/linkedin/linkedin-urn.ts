import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { LinkedinKind } from './linkedin-options.ts'

/** https://learn.microsoft.com/linkedin/shared/api-guide/concepts/urns (read on 2026-11-21). */
export const postUrn = /^urn:li:(?:share|ugcPost|activity):\d{1,20}$/
/** What can be shared on: an activity cannot. */
export const sharedUrn = /^urn:li:(?:share|ugcPost):\d{1,20}$/
export const commentUrn = /^urn:li:comment:\((urn:li:(?:share|ugcPost|activity):\d{1,20}),(\d{1,20})\)$/
export const videoUrn = /^urn:li:video:[\w-]{1,100}$/
export const documentUrn = /^urn:li:document:[\w-]{1,100}$/
export const imageUrn = /^urn:li:image:[\w-]{1,100}$/

export function authorUrn(kind: LinkedinKind, remoteId: string): string {
  return kind === 'member' ? `urn:li:person:${remoteId}` : `urn:li:organization:${remoteId}`
}

export interface CommentPlace {
  readonly post: string
  readonly commentId: string
}

/** null: it names a post. Anything else must not become part of a path. */
export function readLinkedinUrn(remoteId: string): NetworkResult<CommentPlace | null> {
  if (postUrn.test(remoteId)) return done(null)
  const [, post, commentId] = commentUrn.exec(remoteId) ?? []
  if (post === undefined || commentId === undefined) return failed('rejected', studioError('rejected', 'this is no id of LinkedIn'))
  return done({ post, commentId })
}

/** As Rest.li 2.0 wants a value in a path or a query: also parentheses, commas and quotes of a name that holds others. */
export function encodeUrn(urn: string): string {
  return encodeURIComponent(urn).replaceAll(/[()'!*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

export function urlOfPost(urn: string): string {
  return `https://www.linkedin.com/feed/update/${urn}/`
}

/** The first 41 bits of an id are the moment of its making, ms since the epoch: seen on every one of them, promised nowhere. null: it does not look like that. */
export function timeOfPost(urn: string): number | null {
  const digits = /(\d{1,20})$/.exec(urn)?.[1]
  if (digits === undefined) return null
  const time = Number(BigInt(digits) >> 22n)
  return time > Date.UTC(2003, 0) && time < Date.UTC(2100, 0) ? time : null
}
