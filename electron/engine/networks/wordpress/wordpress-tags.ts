import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { WordpressApi } from './wordpress-api.ts'
import { wordpressErrorOf } from './wordpress-failures.ts'

const termSchema = z.looseObject({ id: z.number(), name: z.string() })
const pageSize = 100

/**
 * A post names its tags by number: https://developer.wordpress.org/rest-api/reference/tags/ (read on 2026-11-22). One that the site has is taken, whatever its capitals; another one is made first. Nobody
 * sees a tag that no post bears.
 */
export async function findOrCreateTags(api: WordpressApi, names: readonly string[]): Promise<NetworkResult<readonly number[]>> {
  const ids: number[] = []
  for (const name of names) {
    const id = await findOrCreateTag(api, name)
    if (!id.ok) return id
    if (!ids.includes(id.value)) ids.push(id.value)
  }
  return done(ids)
}

async function findOrCreateTag(api: WordpressApi, name: string): Promise<NetworkResult<number>> {
  const found = await api.get('/wp/v2/tags', { search: name, per_page: pageSize }, z.array(termSchema))
  if (!found.ok) return found
  const same = found.value.find((term) => plainName(term.name) === plainName(name))
  if (same !== undefined) return done(same.id)
  const created = await api.post('/wp/v2/tags', { name }, termSchema)
  if (created.ok || created.failure.kind !== 'rejected') return mapValue(created, ({ id }) => id)
  const { details } = created.failure.error
  // Another one stands in its way, by a name that means the same to the site: without accents, say.
  if (wordpressErrorOf(created.failure) === 'term_exists' && typeof details?.['termId'] === 'number') return done(details['termId'])
  return failed('rejected', studioError('rejected', 'the site did not make the tag', { details: { ...details, reason: 'tag_not_made', tag: name, said: String(details?.['reason'] ?? '') } }))
}

function plainName(name: string): string {
  return nameOfTerm(name).normalize('NFC').toLocaleLowerCase('en')
}

/** The site writes some signs as HTML does. */
export function nameOfTerm(written: string): string {
  const signs = written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#039;', "'").replaceAll('&amp;', '&')
  return signs.replaceAll(/\s+/gu, ' ').trim()
}
