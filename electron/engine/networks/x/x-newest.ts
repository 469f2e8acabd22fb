import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpResponse } from '../../http/http-client.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import type { XApi } from './x-api.ts'
import { newerOf } from './x-cursor.ts'
import { versionsOf, xOneSchema, type XPost } from './x-schemas.ts'

export interface Newest {
  readonly post: XPost
  /** The numbers that it had before. */
  readonly before: readonly string[]
  readonly response: HttpResponse
}

/**
 * A post as it stands there now, by any number that it has had: one that was changed names all of its numbers, and bears the last
 * (https://docs.x.com/x-api/fundamentals/edit-posts, read on 2026-11-23; of an earlier number one page says that it gives that version, another the newest, so both are taken). Each reading is paid for.
 */
export async function readNewest(api: XApi, id: string, fields: readonly string[]): Promise<NetworkResult<Newest | 'gone'>> {
  const read = await readOne(api, id, fields)
  if (!read.ok || read.value === 'gone') return read
  const newest = newestOf(read.value.post)
  return newest === read.value.post.id ? read : readOne(api, newest, fields)
}

async function readOne(api: XApi, id: string, fields: readonly string[]): Promise<NetworkResult<Newest | 'gone'>> {
  const path = `/2/tweets/${id}`
  const answered = await api.getAnswer(path, { 'post.fields': fields })
  if (!answered.ok) return isNotThere(answered.failure) ? done('gone') : answered
  const parsed = xOneSchema.safeParse(answered.value.json)
  if (!parsed.success) return failed('bug', studioError('unexpected_answer', 'X shows the post in another shape'))
  const post = parsed.data.data
  // X answers 200 with errors alone for a post that is not there.
  return done(post === undefined ? 'gone' : { post, before: versionsOf(post).filter((version) => version !== newestOf(post)), response: answered.value.response })
}

function newestOf(post: XPost): string {
  return versionsOf(post).reduce((newest, version) => newerOf(newest, version) ?? newest, post.id)
}
