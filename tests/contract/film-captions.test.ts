import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { CaptionsToSend } from '../../electron/engine/networks/network-media.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { takesCaptions } from '../../shared/networks/video-rule.ts'
import { draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const captions: readonly CaptionsToSend[] = [
  { language: 'fr', fileName: 'quai.fr.srt', cues: [{ startMs: 1000, endMs: 2500, text: 'Marée basse' }] },
  { language: 'pt-BR', fileName: 'quai.pt-BR.srt', cues: [{ startMs: 1000, endMs: 2500, text: 'Maré baixa' }] }
]
const vttOf = (words: string): string => `WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n${words}\n`

/** What each network was told of the subtitles, in its own words; and which request carries one of them. */
const networks: Readonly<Record<string, { readonly seen: (server: HostileServer) => unknown; readonly expected: unknown; readonly carries: (request: FakeRequest) => boolean }>> = {
  Bluesky: {
    // app.bsky.embed.video#caption: `lang` and a blob of text/vtt.
    seen: ({ requests }) => [
      requests.filter(({ path, headers }) => path.endsWith('uploadBlob') && headers['content-type'] === 'text/vtt').map(({ text }) => text),
      requests.flatMap(({ json }) => (json['record'] as { embed?: { captions?: readonly { lang: string; file: { mimeType: string } }[] } } | undefined)?.embed?.captions ?? []).map(({ lang, file }) => [lang, file.mimeType])
    ],
    expected: [[vttOf('Marée basse'), vttOf('Maré baixa')], [['fr', 'text/vtt'], ['pt-BR', 'text/vtt']]],
    carries: ({ path, headers }) => path.endsWith('uploadBlob') && headers['content-type'] === 'text/vtt'
  },
  WordPress: {
    // The block's own `tracks`, and the same as HTML.
    seen: ({ requests }) => [
      requests.filter(({ method, path, headers }) => method === 'POST' && path.endsWith('/wp/v2/media') && headers['content-type'] === 'text/vtt').map(({ text, headers }) => [text, headers['content-disposition']]),
      requests.flatMap(({ json }) => (typeof json['content'] === 'string' ? [json['content'].replaceAll(/http:[^"]*-1-/g, '…-')] : []))
    ],
    expected: [
      [[vttOf('Marée basse'), 'attachment; filename="quay.fr.vtt"'], [vttOf('Maré baixa'), 'attachment; filename="quay.pt-BR.vtt"']],
      [expect.stringContaining('"tracks":[{"src":"…-fr.vtt","label":"français","srcLang":"fr","kind":"captions"},{"src":"…-pt-br.vtt","label":"português (Brasil)","srcLang":"pt-BR","kind":"captions"}]} -->')]
    ],
    carries: ({ method, path, headers }) => method === 'POST' && path.endsWith('/wp/v2/media') && headers['content-type'] === 'text/vtt'
  },
  X: {
    // The files, as SRT; then what each was joined to the film as, before the post.
    seen: ({ requests }) => [
      requests.filter(({ path, text }) => path.endsWith('/append') && text.includes(' --> ')).map(({ text }) => /1\n00:00:01,000 --> 00:00:02,500\n(.*)\n/.exec(text)?.[1]),
      requests.flatMap(({ path, json }) => (path === '/2/media/upload/initialize' ? [[json['media_type'], json['media_category']]] : [])),
      requests.filter(({ path }) => path === '/2/media/subtitles' || path === '/2/tweets').map(({ json: { media_category: category, subtitles, media } }) => {
        const told = subtitles as { language_code: string; display_name: string } | undefined
        return told === undefined ? ['post', (media as { media_ids: readonly string[] }).media_ids.length] : [category, told.language_code, told.display_name]
      })
    ],
    expected: [['Marée basse', 'Maré baixa'], [['video/mp4', 'tweet_video'], ['text/srt', 'subtitles'], ['text/srt', 'subtitles']], [['TweetVideo', 'FR', 'français'], ['TweetVideo', 'PT', 'português (Brasil)'], ['post', 1]]],
    carries: ({ path }) => path === '/2/media/subtitles'
  }
}

const withFilm = adaptersUnderTest.flatMap((under) => {
  const { capabilities } = under.createAdapter({ http: { send: () => Promise.reject(new Error('nothing is asked')) }, clock: systemClock })
  const rule = capabilities.video?.captions
  const told = Object.entries(networks).find(([network]) => under.name.startsWith(network))?.[1]
  return rule !== undefined && takesCaptions(rule) && rule.sent === 'with_film' ? [[under.name, under, told] as const] : []
})

describe.each(withFilm)('subtitles that go with a film on %s', (name, under, told) => {
  async function rig(change: (request: FakeRequest) => FakeAnswer | null = () => null) {
    const network = under.createNetwork()
    const server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    onTestFinished(async () => {
      http.close()
      await server.stop()
    })
    const ledger = createRequestLedger()
    const adapter = under.createAdapter({ http: ledger.watch(http), clock: systemClock })
    const session = under.createSession(server.url, adapter)
    const draft = draftOf('Low tide', { title: 'Low tide', media: [{ ...videoOf('quay.mp4', 1500), captions }] })
    const publish = () => adapter.publisher.publish(session, draft, { idempotencyKey: '0d4b4cf3-2a24-4f0e-9d57-6d5f6c1f0a12', intentAt: Date.now() })
    return { network, server, ledger, publish }
  }

  it('are named in its own words, each with its language', async () => {
    const { network, server, ledger, publish } = await rig()
    valueOf(await publish())
    expect(network.visible()).toEqual([expect.stringContaining('Low tide')])
    expect(told?.seen(server), JSON.stringify(server.requests.map(({ method, path, text }) => [method, path, text.slice(0, 300)]))).toEqual(told?.expected)
    if (!hasSharedFolder) return
    expect(ledger.complaints(under.loadDescription())).toEqual([])
    console.log(ledger.report(`${name}, subtitles with a film`, under.loadDescription()))
  })

  it.each([['not now', { status: 429, json: { error: 'RateLimitExceeded' }, headers: { 'retry-after': '60' } }, 'rate_limited'], ['trouble of its own', { status: 500, json: null }, 'server_error']])('%s: nothing is published, and the next attempt publishes once', async (_what, answer, kind) => {
    let isInTrouble = true
    const { network, publish } = await rig((request) => (isInTrouble && told?.carries(request) === true ? answer : null))
    expect(failureKind(await publish())).toBe(kind)
    expect(network.visible()).toEqual([])
    isInTrouble = false
    valueOf(await publish())
    expect(network.visible()).toHaveLength(1)
  })
})
