import { describe, expect, it } from 'vitest'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import { done } from '../../../electron/engine/networks/network-results.ts'
import type { WordpressApi } from '../../../electron/engine/networks/wordpress/wordpress-api.ts'
import { findDated, type Dated } from '../../../electron/engine/networks/wordpress/wordpress-find-dated.ts'
import type { WordpressPost } from '../../../electron/engine/networks/wordpress/wordpress-schemas.ts'
import { createSession, draftOf, valueOf } from '../../support/adapter-session.ts'

const dueAt = Date.UTC(2026, 10, 26, 9, 30)
const minute = 60_000
const draft = draftOf('Le menu de la semaine', { title: 'Menu' })
const session: AccountSession = createSession('wordpress', { serverUrl: 'https://blog.example', remoteId: '1', handle: 'lea', displayName: 'Léa', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, '{}')

const postAt = (id: number, at: number, title = 'Autre chose'): WordpressPost => ({
  id, slug: `p-${id}`, status: 'future', date_gmt: new Date(at).toISOString().slice(0, 19), title: { raw: title }, featured_media: 0, content: { raw: '<p>Le menu de la semaine</p>' }
})

/** A site that gives a hundred at most, the latest first, and leaves out both ends of the span, as WordPress does. */
function siteWith(posts: readonly WordpressPost[]) {
  let calls = 0
  const api: Pick<WordpressApi, 'get'> = {
    get: (_path, { after, before, per_page }, schema) => {
      calls += 1
      const time = (post: WordpressPost): number => Date.parse(`${post.date_gmt}Z`)
      const within = posts.filter((post) => time(post) > Date.parse(String(after)) && time(post) < Date.parse(String(before)))
      return Promise.resolve(done(schema.parse(within.toSorted((a, b) => time(b) - time(a)).slice(0, Number(per_page)))))
    }
  }
  return { api, calls: () => calls }
}

const nobody = { isAnothers: undefined, isAnothersThere: undefined }

const everyMinutes = (step: number, count: number): WordpressPost[] => Array.from({ length: count }, (_, index) => postAt(index + 1, dueAt + (index - count / 2) * step * minute + minute * 2))

describe('a scheduled post that lost its name', () => {
  it('is found in one call where there is little else', async () => {
    const site = siteWith([...everyMinutes(60, 20), postAt(900, dueAt, 'Menu')])
    expect(valueOf(await findDated(site.api, session, draft, { dueAt, ...nobody }))).toMatchObject({ id: 900 })
    expect(site.calls()).toBe(1)
  })

  it('is found, and known to be gone, among more than one answer holds', async () => {
    const crowd = everyMinutes(5, 500)
    const found = await findDated(siteWith([...crowd, postAt(900, dueAt, 'Menu')]).api, session, draft, { dueAt, ...nobody })
    expect(valueOf(found)).toMatchObject({ id: 900 })
    expect(valueOf(await findDated(siteWith(crowd).api, session, draft, { dueAt, ...nobody }))).toBeNull()
  })

  it('is not missed between two halves, which leave out their ends', async () => {
    // The first halves meet at the very moment that is looked for.
    const crowd = everyMinutes(10, 250)
    expect(valueOf(await findDated(siteWith([...crowd, postAt(900, dueAt, 'Menu')]).api, session, draft, { dueAt, ...nobody }))).toMatchObject({ id: 900 })
  })

  it('may hide among hundreds of the same minute', async () => {
    const crowd = Array.from({ length: 150 }, (_, index) => postAt(index + 1, dueAt))
    const site = siteWith(crowd)
    expect(valueOf(await findDated(site.api, session, draft, { dueAt, ...nobody }))).toBe('cannot_tell')
    expect(site.calls()).toBeLessThanOrEqual(24)
  })

  it('is not one that another job knows, as waiting or as out', async () => {
    const { api } = siteWith([{ ...postAt(900, dueAt, 'Menu'), status: 'publish' }, postAt(901, dueAt, 'Menu')])
    const find = (known: Pick<Dated, 'isAnothers' | 'isAnothersThere'>) => findDated(api, session, draft, { dueAt, ...known }).then(valueOf)
    const isAnothersThere = (id: string): boolean => id === '901'
    expect(await find({ isAnothersThere, isAnothers: (id, at) => id === 'post:900' && at === dueAt })).toBeNull()
    expect(await find({ isAnothersThere, isAnothers: undefined })).toMatchObject({ id: 900 })
    // What still waits is nobody's publication.
    expect(await find({ isAnothersThere: undefined, isAnothers: () => true })).toMatchObject({ id: 901 })
  })
})
