import { describe, expect, it } from 'vitest'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import type { WordpressApi } from '../../../electron/engine/networks/wordpress/wordpress-api.ts'
import { findPublishedPost, type LookFor } from '../../../electron/engine/networks/wordpress/wordpress-find.ts'
import { documentToBlocks } from '../../../electron/engine/networks/wordpress/document-to-blocks.ts'
import { draftOf } from '../../support/adapter-session.ts'

const now = Date.UTC(2026, 10, 21, 12)
const draft = draftOf('bonjour', { title: 'Bonjour' })
const session = { account: { remoteId: '1' } } as AccountSession

interface FakePost {
  readonly id: number
  readonly title: string
  readonly at: number
}

/** A site that lists these posts, newest change first, and knows no draft of ours. */
function siteWith(posts: readonly FakePost[]): WordpressApi {
  const show = ({ id, title, at }: FakePost): object => ({
    id, slug: `p-${id}`, status: 'publish', modified_gmt: new Date(at).toISOString().slice(0, 19), title: { raw: title }, content: { raw: documentToBlocks(draft.document, []) }
  })
  return {
    get: async () => ({ ok: true, value: [] }),
    getAnswer: async (_path: string, { page, per_page: perPage }: { page: number; per_page: number }) => ({
      ok: true,
      value: { json: posts.slice((page - 1) * perPage, page * perPage).map(show), response: { status: 200, headers: { date: new Date(now).toUTCString() }, body: new Uint8Array(), url: '' } }
    })
  } as unknown as WordpressApi
}

const find = (posts: readonly FakePost[], more: Partial<LookFor> = {}) => findPublishedPost(siteWith(posts), session, draft, { slug: 'vigie-x', sentAt: now - 3_600_000, now, ...more })
const others = (count: number): readonly FakePost[] => Array.from({ length: count }, (_, index) => ({ id: 1000 - index, title: `Autre ${index}`, at: now - index * 1000 }))
const ours: FakePost = { id: 7, title: 'Bonjour', at: now - 3_600_000 }

describe('looking for a post that may have been published', () => {
  it('finds it below many newer ones', async () => {
    expect(await find([...others(130), ours])).toMatchObject({ ok: true, value: { remoteId: 'post:7' } })
  })

  it('says "none" only when all since then were seen', async () => {
    expect(await find(others(130))).toMatchObject({ value: 'none' })
    expect(await find(others(3000))).toMatchObject({ value: 'cannot_tell' })
  })

  it('does not take an older one for it, unless told to look further back', async () => {
    const old = { ...ours, at: now - 2 * 3_600_000 }
    expect(await find([old])).toMatchObject({ value: 'none' })
    expect(await find([old], { since: now - 24 * 3_600_000 })).toMatchObject({ value: { remoteId: 'post:7' } })
  })

  it('does not take for it what Vigie published as something else', async () => {
    expect(await find([ours], { isAnothers: (remoteId) => remoteId === 'post:7' })).toMatchObject({ value: 'none' })
  })
})
