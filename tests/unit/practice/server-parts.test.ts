import { imageSize } from 'image-size'
import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { communityTimeAt, rateOf, rateWhileClosed, realTimeOf } from '../../../electron/engine/practice/community/community-clock.ts'
import { paintAvatar } from '../../../electron/engine/practice/images/paint-avatar.ts'
import { paintPicture, sceneNames } from '../../../electron/engine/practice/images/paint-picture.ts'
import { createPracticeHttp } from '../../../electron/engine/practice/practice-http.ts'
import { comparableId, nextStatusId, statusId } from '../../../electron/engine/practice/record/status-id.ts'
import { countCharacters } from '../../../electron/engine/practice/server/count-characters.ts'
import { textToHtml } from '../../../electron/engine/practice/server/entities/text-to-html.ts'
import { readImageSize } from '../../../electron/engine/practice/server/read-image-size.ts'
import { allows, isWithin } from '../../../electron/engine/practice/server/scopes.ts'
import { htmlToText } from '../../../electron/engine/text/html-to-text.ts'

describe('ids of statuses', () => {
  it('rise with time as text, and never repeat within a millisecond', () => {
    const at = Date.UTC(2026, 10, 21)
    const first = nextStatusId(null, at)
    const second = nextStatusId(first, at)
    expect(first).toHaveLength(18)
    expect(first < second && second < statusId(at + 1, 0)).toBe(true)
    expect(nextStatusId(second, at - 5000) > second).toBe(true)
  })

  it('are compared with whatever a client sends', () => {
    expect(comparableId('0')).toBe('000000000000000000')
    expect(comparableId('1'.repeat(25))).toBe('9'.repeat(18))
    for (const wrong of ['', 'abc', '-1', '1e5', '1'.repeat(31)]) expect(comparableId(wrong)).toBeNull()
  })
})

describe('counting and showing text', () => {
  it.each([
    ['é👨‍👩‍👧‍👦', '', 2],
    ['https://lesamarres.example/une/tres/longue/adresse', '', 23],
    ['@lea@mastodon.example.org bonjour', '', 12],
    ['texte', 'attention', 14]
  ])('counts %j with warning %j as %d', (text, warning, expected) => {
    expect(countCharacters(text, warning, 23)).toBe(expected)
  })

  it('gives HTML that reads as the text that was typed', () => {
    const texts = ['Bonjour\n\nà tous\net merci', 'a < b & "c"', 'Voir https://lesamarres.example/agenda?x=1&y=2, dès 9 h.', '#Café #2026 c#sharp', '@claire @inconnu mail@a.example']
    for (const text of texts) expect(htmlToText(textToHtml(text, 'http://practice.localhost', (handle) => (handle === 'claire' ? ({ handle } as never) : null)))).toBe(text)
  })
})

describe('scopes', () => {
  it('let the broad one stand for its parts, and nothing else', () => {
    expect(allows('read write', 'read:accounts')).toBe(true)
    expect(allows('read:statuses', 'read:accounts')).toBe(false)
    expect(allows('readwrite', 'read:accounts')).toBe(false)
    expect(isWithin('read:accounts write:media', 'read write:media')).toBe(true)
    expect(isWithin('write', 'write:media')).toBe(false)
  })
})

describe('pictures', () => {
  it('are PNG files that others can read, each a different one', () => {
    const pictures = sceneNames.map(paintPicture)
    for (const bytes of pictures) {
      expect(imageSize(bytes)).toMatchObject({ type: 'png', width: 800, height: 600 })
      expect(readImageSize(bytes)).toEqual({ mediaType: 'image/png', width: 800, height: 600 })
      expect(bytes.length).toBeLessThan(150_000)
    }
    expect(new Set(pictures.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(sceneNames.length)
    expect(imageSize(paintAvatar('claire_bodin'))).toMatchObject({ type: 'png', width: 120, height: 120 })
  })

  it('that are uploaded are measured by their content', () => {
    expect(readImageSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
    expect(readImageSize(Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x02, 0x00, 0x03, 0x00]))).toEqual({ mediaType: 'image/gif', width: 2, height: 3 })
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0])
    expect(readImageSize(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 40, height: 30 })
    expect(readImageSize(Uint8Array.from([0xff, 0xd8, 0xff]))).toBeNull()
  })
})

describe('the network’s own name', () => {
  const seen: HttpRequest[] = []
  const inner = {
    send: async (request: HttpRequest) => {
      seen.push(request)
      return { ok: true as const, response: { status: 200, headers: {}, body: new Uint8Array(), url: request.url } }
    }
  }

  it('leads to where the server listens now, and back', async () => {
    const http = createPracticeHttp(inner, 'practice.localhost', async () => 4321)
    const result = await http.send({ method: 'GET', url: 'http://practice.localhost/feeds/a.xml?x=1', signed: false, privateAddresses: 'refused' })
    expect(seen.at(-1)).toMatchObject({ url: 'http://127.0.0.1:4321/feeds/a.xml?x=1', privateAddresses: 'allowed', headers: { 'x-forwarded-host': 'practice.localhost' } })
    expect(result).toMatchObject({ response: { url: 'http://practice.localhost/feeds/a.xml?x=1' } })
  })

  it('changes no other call, and sends nothing when the server does not run', async () => {
    const http = createPracticeHttp(inner, 'practice.localhost', async () => null)
    await http.send({ method: 'GET', url: 'https://elsewhere.example/', signed: false, privateAddresses: 'refused' })
    expect(seen.at(-1)).toEqual({ method: 'GET', url: 'https://elsewhere.example/', signed: false, privateAddresses: 'refused' })
    const before = seen.length
    expect(await http.send({ method: 'GET', url: 'http://practice.localhost/', signed: false })).toMatchObject({ ok: false, failure: { sent: 'no', error: { code: 'unreachable' } } })
    expect(await http.send({ method: 'GET', url: 'http://practice.localhost.evil.example/', signed: false })).toMatchObject({ ok: true })
    expect(seen.length).toBe(before + 1)
  })
})

describe('community time', () => {
  const time = { value: 1000, asOf: 50_000 }

  it('goes at the pace, and is translated back', () => {
    expect(rateOf('paused', false)).toBe(0)
    expect(communityTimeAt(time, 60_000, rateOf('lively', false))).toBe(1000 + 8 * 10_000)
    expect(realTimeOf(1000 + 8 * 5000, time, 60_000, 8)).toBe(55_000)
    expect(realTimeOf(10 ** 9, time, 60_000, 8)).toBe(60_000)
    expect(realTimeOf(0, time, 60_000, 8)).toBe(50_000)
  })

  it('goes on while Vigie is closed, calmly and not for ever', () => {
    const hour = 3_600_000
    expect(rateWhileClosed(2 * hour, 'storm')).toBe(1)
    expect(rateWhileClosed(600 * hour, 'calm') * 600 * hour).toBeCloseTo(6 * hour)
    expect(rateWhileClosed(hour, 'paused')).toBe(0)
  })
})
