import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'

const siteSchema = z.looseObject({ can_create_tag: z.boolean().optional(), can_tag_topics: z.boolean().optional() })

/**
 * A forum leaves out what it does not take of the tags, and says nothing: so it is asked before anything is sent. A forum without tags does not say who may set them.
 * https://docs.discourse.org/#tag/Site/operation/getSite and #tag/Tags/operation/getTag (read on 2026-11-22).
 */
export async function checkTagsThere(api: DiscourseApi, tags: readonly string[]): Promise<NetworkResult<null>> {
  if (tags.length === 0) return done(null)
  const site = await api.get('/site.json', siteSchema)
  if (!site.ok) return site
  if (site.value.can_tag_topics !== true) return refused('tags_not_allowed', '')
  if (site.value.can_create_tag === true) return done(null)
  for (const tag of tags) {
    const there = await api.get(`/tag/${encodeURIComponent(tag)}.json`, z.unknown())
    if (!there.ok) return statusOf(there.failure) === 404 ? refused('tag_unknown', tag) : there
  }
  return done(null)
}

function refused(reason: 'tags_not_allowed' | 'tag_unknown', tag: string): NetworkResult<null> {
  return failed('rejected', studioError('rejected', 'the forum does not take the tags', { details: { reason, tag } }))
}
