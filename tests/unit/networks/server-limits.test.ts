import { describe, expect, it } from 'vitest'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createDiscourseAdapter } from '../../../electron/engine/networks/discourse/discourse-adapter.ts'
import { writeDiscourseSecret } from '../../../electron/engine/networks/discourse/discourse-secret.ts'
import { createMastodonAdapter } from '../../../electron/engine/networks/mastodon/mastodon-adapter.ts'
import { writeMastodonSecret } from '../../../electron/engine/networks/mastodon/mastodon-secret.ts'
import type { ReadLimits } from '../../../electron/engine/networks/network-reading.ts'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { createSession, failureKind, valueOf } from '../../support/adapter-session.ts'

const identity = { handle: '@lea', displayName: 'Léa', serverUrl: 'https://server.example', remoteId: '1', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const clock = { now: () => Date.UTC(2026, 10, 23, 9), after: () => () => undefined }
const random = { id: () => '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', fraction: () => 0.5, bytes: (length: number) => new Uint8Array(length) }

/** Answers each path so; `html` for what is no JSON. Everything else is a 404. */
function serverThat(answers: Readonly<Record<string, { readonly status?: number; readonly json?: unknown; readonly html?: string }>>): { readonly http: HttpClient; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    http: {
      send({ url }) {
        const { pathname } = new URL(url)
        asked.push(pathname)
        const { status, json = {}, html } = { status: 200, ...(answers[pathname] ?? { status: 404 }) }
        return Promise.resolve({ ok: true, response: { status, headers: {}, body: new TextEncoder().encode(html ?? JSON.stringify(json)), url } })
      }
    }
  }
}

function read(readLimits: ReadLimits | undefined, session: AccountSession): ReturnType<ReadLimits> {
  if (readLimits === undefined) throw new Error('this adapter reads no limits')
  return readLimits(session)
}

function askMastodon(http: HttpClient): ReturnType<ReadLimits> {
  return read(createMastodonAdapter({ capabilities: mastodonCapabilities, http, clock, random }).readLimits, createSession('mastodon', identity, writeMastodonSecret({ accessToken: 'a', clientId: 'b', clientSecret: 'c' })))
}

function askDiscourse(http: HttpClient): ReturnType<ReadLimits> {
  return read(createDiscourseAdapter({ http, clock }).readLimits, createSession('discourse', identity, writeDiscourseSecret({ root: 'https://server.example', categoryId: null, userName: 'lea', apiKey: 'k' })))
}

const mastodonThat = async (configuration: unknown) => valueOf(await askMastodon(serverThat({ '/api/v2/instance': { json: { domain: 'server.example', configuration } } }).http))

describe('what a server of Mastodon’s kind states', () => {
  it('is the length of posts, the sizes of polls and of files, in the units of the composer', async () => {
    expect(await mastodonThat({
      statuses: { max_characters: 5000, characters_reserved_per_url: 23, max_media_attachments: 8 },
      polls: { max_options: 12, max_characters_per_option: 100, min_expiration: 61, max_expiration: 7199 },
      media_attachments: { image_size_limit: 1_000_000, video_size_limit: 2_000_000, description_limit: 420 }
    })).toEqual({ maxCharacters: 5000, charactersPerUrl: 23, maxMedia: 8, poll: { maxChoices: 12, maxChoice: 100, minMinutes: 2, maxMinutes: 119 }, media: { maxImageBytes: 1_000_000, maxVideoBytes: 2_000_000, maxAltText: 420 } })
  })

  it.each([[-5], [0], [1.5], ['500'], [Number.MAX_SAFE_INTEGER], [1e300], [null], [{}]])('is not told where it is %j, whichever of them it is', async (nonsense) => {
    expect(await mastodonThat({
      statuses: { max_characters: nonsense, characters_reserved_per_url: nonsense, max_media_attachments: nonsense },
      polls: { max_options: nonsense, max_characters_per_option: nonsense, min_expiration: nonsense, max_expiration: nonsense },
      media_attachments: { image_size_limit: nonsense, video_size_limit: nonsense, description_limit: nonsense }
    })).toEqual({ maxCharacters: null, charactersPerUrl: null, maxMedia: null, poll: { maxChoices: null, maxChoice: null, minMinutes: null, maxMinutes: null }, media: { maxImageBytes: null, maxVideoBytes: null, maxAltText: null } })
  })

  it.each([[null], ['none'], [[]], [{ statuses: [], polls: 'no', media_attachments: 3 }]])('is nothing where its configuration is %j', async (configuration) => {
    expect(await mastodonThat(configuration)).toEqual({ maxCharacters: null, charactersPerUrl: null, maxMedia: null })
  })

  it('is no span of time where that ends before it begins, or is shorter than a minute', async () => {
    for (const polls of [{ min_expiration: 600, max_expiration: 300 }, { max_expiration: 59 }]) expect((await mastodonThat({ polls })).poll).toMatchObject({ minMinutes: null, maxMinutes: null })
  })

  it('is asked of version 1 where there is no version 2, or a page in its place, and never of a server in trouble', async () => {
    const older = { '/api/v1/instance': { json: { uri: 'server.example', max_toot_chars: 1234 } } }
    for (const second of [{}, { '/api/v2/instance': { html: '<html>Welcome</html>' } }]) expect(valueOf(await askMastodon(serverThat({ ...older, ...second }).http)).maxCharacters).toBe(1234)
    for (const [status, kind] of [[429, 'rate_limited'], [500, 'server_error'], [401, 'auth_revoked']] as const) {
      const { http, asked } = serverThat({ ...older, '/api/v2/instance': { status } })
      expect(failureKind(await askMastodon(http))).toBe(kind)
      expect(asked).toEqual(['/api/v2/instance'])
    }
  })
})

describe('what a forum states', () => {
  const forumThat = async (json: unknown) => valueOf(await askDiscourse(serverThat({ '/site/settings.json': { json } }).http))

  it('is the length of posts, tags, the choices of a poll, and the weight of a picture', async () => {
    expect(await forumThat({ max_post_length: 8000, tagging_enabled: true, max_tags_per_topic: 3, max_tag_length: 30, max_image_size_kb: 2048, poll_maximum_options: 9, max_attachment_size_kb: 10_240, authorized_extensions: 'jpg|MP4', authorized_extensions_for_staff: '.webm' })).toEqual({
      maxCharacters: 8000, charactersPerUrl: null, maxMedia: null, tags: { maxCount: 3, maxEach: 30 }, poll: { maxChoices: 9, maxChoice: null, minMinutes: null, maxMinutes: null }, media: { maxImageBytes: 2_097_152, maxVideoBytes: 10_485_760, maxAltText: null, videoTypes: ['video/mp4', 'video/webm'] }
    })
  })

  it.each([['*', ['video/mp4', 'video/quicktime', 'video/webm']], ['jpg|jpeg|png|gif|heic|heif|webp', []], ['mov', ['video/quicktime']], ['', []], [7, undefined], [undefined, undefined]] as const)('is which films it takes: %j', async (authorized, films) => {
    const { media } = await forumThat({ max_image_size_kb: 2048, authorized_extensions: authorized })
    expect(media?.videoTypes).toEqual(films)
  })

  it.each([[true, false], [false, true], ['yes', undefined], [undefined, undefined]])('is whether it has polls: %j', async (enabled, isOff) => {
    expect((await forumThat({ poll_enabled: enabled, poll_maximum_options: 9 })).poll).toEqual({ maxChoices: 9, maxChoice: null, minMinutes: null, maxMinutes: null, ...(isOff === undefined ? {} : { isOff }) })
    expect((await forumThat({ poll_enabled: enabled })).poll?.isOff).toBe(isOff)
  })

  it('is not told where it is nonsense, and a forum without tags takes none', async () => {
    expect(await forumThat({ max_post_length: -1, tagging_enabled: false, max_tags_per_topic: -2, max_tag_length: 1e12, max_image_size_kb: 0, poll_maximum_options: 1 })).toEqual({ maxCharacters: null, charactersPerUrl: null, maxMedia: null, tags: { maxCount: 0, maxEach: null } })
  })

  it.each([[403, 'rejected'], [429, 'rate_limited'], [500, 'server_error']] as const)('is a failure where it answers %i, so that nothing is concluded', async (status, kind) => {
    expect(failureKind(await askDiscourse(serverThat({ '/site/settings.json': { status } }).http))).toBe(kind)
  })
})
