import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'

/** Who speaks, and where: a community by its name, the member's own profile as `u_` and their name. */
export interface RedditPlace {
  readonly userName: string
  readonly community: string
}

export function writePlace({ userName, community }: RedditPlace): string {
  return `${userName}/${community}`
}

export function readPlace(remoteId: string): NetworkResult<RedditPlace> {
  const [, userName, community] = /^([\w-]{2,24})\/([\w-]{2,28})$/.exec(remoteId) ?? []
  return userName === undefined || community === undefined ? failed('rejected', studioError('rejected', 'this is no place on Reddit')) : done({ userName, community })
}

/** `t1`: a comment, `t3`: a post, `t4`: a private message. */
export function asThing(remoteId: string): NetworkResult<string> {
  return /^t[134]_[a-z0-9]{1,15}$/.test(remoteId) ? done(remoteId) : failed('rejected', studioError('rejected', 'this is no id of Reddit'))
}

export function nameOfPlace({ userName, community }: RedditPlace): string {
  return community === `u_${userName}` ? `u/${userName}` : `r/${community}`
}

export function urlOf(permalink: string | undefined): string | null {
  return permalink === undefined || !permalink.startsWith('/') ? null : `https://www.reddit.com${permalink}`
}
