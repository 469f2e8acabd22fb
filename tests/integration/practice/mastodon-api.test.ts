import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paintPicture } from '../../../electron/engine/practice/images/paint-picture.ts'
import { startOfTest, startPracticeRig, type Answer, type PracticeRig } from './practice-rig.ts'

let rig: PracticeRig
beforeEach(async () => {
  rig = await startPracticeRig()
})
afterEach(() => rig.stop())

const minute = 60_000

function memberWrites(text: string, options: { at?: number; inReplyToId?: string | null; visibility?: 'public' | 'direct' } = {}) {
  return rig.record.publish({
    authorId: '100000000000000001', text, createdAt: options.at ?? rig.clock.now(), inReplyToId: options.inReplyToId ?? null, reblogOfId: null,
    visibility: options.visibility ?? 'public', spoilerText: '', sensitive: false, language: 'fr'
  })
}

describe('writing a status', () => {
  it('keeps one status for one Idempotency-Key within the hour, whatever the second body says', async () => {
    const token = await rig.logIn()
    const headers = { 'idempotency-key': '0d6dca5e-6a1c-4b0e-9d22-000000000001' }
    const first = await rig.call('POST', '/api/v1/statuses', { token, headers, json: { status: 'Bonjour' } })
    rig.clock.runDue(rig.clock.now() + 59 * minute)
    const second = await rig.call('POST', '/api/v1/statuses', { token, headers, json: { status: 'Bonsoir' } })

    expect(second.body.id).toBe(first.body.id)
    expect(second.body.content).toBe('<p>Bonjour</p>')
    expect(rig.record.database.prepare('SELECT COUNT(*) FROM statuses').pluck().get()).toBe(1)

    rig.clock.runDue(rig.clock.now() + 2 * minute)
    const third = await rig.call('POST', '/api/v1/statuses', { token, headers, json: { status: 'Bonsoir' } })
    expect(third.body.id).not.toBe(first.body.id)
  })

  it('counts as Mastodon does: addresses as 23, names without their server', async () => {
    const token = await rig.logIn()
    const address = `https://lesamarres.example/${'a'.repeat(200)}`
    const fits = `${'é'.repeat(500 - 23 - 7 - 1)} ${address} @tomas@${'long.'.repeat(10)}example`.replace('@tomas', '@toma')
    expect((await rig.call('POST', '/api/v1/statuses', { token, json: { status: fits } })).status).toBe(200)
    const tooLong = await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'é'.repeat(501) } })
    expect(tooLong).toMatchObject({ status: 422, body: { error: 'Validation failed: Text character limit of 500 exceeded' } })
  })

  it.each([
    ['an empty text', { status: ' ' }, 422, "Validation failed: Text can't be blank"],
    ['an unknown picture', { status: 'x', media_ids: ['77'] }, 422, 'Validation failed: Media attachments could not be found or belong to another post'],
    ['an unknown parent', { status: 'x', in_reply_to_id: '1' }, 404, 'The post you are trying to reply to does not appear to exist.'],
    ['a visibility that does not exist', { status: 'x', visibility: 'secret' }, 422, 'Validation failed: visibility'],
    ['a time that is no time', { status: 'x', scheduled_at: 'soon' }, 422, 'Validation failed: scheduled_at is not a time']
  ])('refuses %s', async (_name, json, status, error) => {
    const answer = await rig.call('POST', '/api/v1/statuses', { token: await rig.logIn(), json })
    expect(answer.status).toBe(status)
    expect(answer.body.error).toContain(error)
  })

  it('takes forms as well as JSON, with warning, picture and alt text', async () => {
    const token = await rig.logIn()
    const body = new FormData()
    body.set('file', new Blob([Buffer.from(paintPicture('pile'))], { type: 'image/png' }), 'pile.png')
    body.set('description', 'Cinq livres et une tasse')
    const media = await rig.call('POST', '/api/v2/media', { token, body })
    expect(media).toMatchObject({ status: 200, body: { type: 'image', description: 'Cinq livres et une tasse', meta: { original: { width: 800, height: 600 } } } })
    await rig.call('PUT', `/api/v1/media/${media.body.id}`, { token, form: { description: 'Une pile de livres' } })

    const status = await rig.call('POST', '/api/v1/statuses', { token, form: { status: 'Nouveautés', 'media_ids[]': media.body.id, spoiler_text: 'Livres', visibility: 'unlisted' } })
    expect(status.body).toMatchObject({ spoiler_text: 'Livres', sensitive: true, visibility: 'unlisted', media_attachments: [{ description: 'Une pile de livres' }] })
    const bytes = await fetch(status.body.media_attachments[0]!.url)
    expect(bytes.headers.get('content-type')).toBe('image/png')
    const reused = await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'x', media_ids: [media.body.id] } })
    expect(reused.status).toBe(422)
  })

  it('shows names, hashtags and addresses as links, and nothing as HTML that was typed', async () => {
    const { body } = await rig.call('POST', '/api/v1/statuses', { token: await rig.logIn(), json: { status: 'Merci @claire_b, <b>dédicace</b> #Café\nhttps://lesamarres.example/agenda.' } })
    expect(body.content).toContain('<span class="h-card" translate="no"><a href="' + rig.origin + '/@claire_b" class="u-url mention">@<span>claire_b</span></a></span>')
    expect(body.content).toContain('&lt;b&gt;dédicace&lt;/b&gt;')
    expect(body.content).toContain('#<span>Café</span></a><br /><a href="https://lesamarres.example/agenda"')
    expect(body.mentions).toMatchObject([{ acct: 'claire_b' }])
    expect(body.tags).toMatchObject([{ name: 'café' }])
  })

  it('deletes for good and gives the text back', async () => {
    const token = await rig.logIn()
    const { body } = await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'Erreur' } })
    const removed = await rig.call('DELETE', `/api/v1/statuses/${body.id}`, { token })
    expect(removed).toMatchObject({ status: 200, body: { text: 'Erreur' } })
    expect(await rig.call('GET', `/api/v1/statuses/${body.id}`, { token })).toMatchObject({ status: 404, body: { error: 'Record not found' } })
    expect((await rig.call('DELETE', `/api/v1/statuses/${memberWrites('à moi').id}`, { token })).status).toBe(404)
  })
})

describe('what others do', () => {
  it('tells mentions, likes and boosts, page by page in both directions', async () => {
    const token = await rig.logIn()
    for (let index = 0; index < 7; index += 1) memberWrites(`@lesamarres question ${index}`, { at: startOfTest + index })
    const texts = (answer: Answer) => answer.rows.map((row) => /question (\d)/.exec(row.status.content)![1]).join('')

    const newest = await rig.call('GET', '/api/v1/notifications?limit=3&types[]=mention', { token })
    expect(texts(newest)).toBe('654')
    const next = /<([^>]+)>; rel="next"/.exec(newest.headers.get('link')!)![1]!
    expect(next).toContain('types')
    expect(texts(await rig.call('GET', next, { token }))).toBe('321')

    const third = newest.rows[2]!.id
    expect(texts(await rig.call('GET', `/api/v1/notifications?limit=1&since_id=${third}`, { token }))).toBe('6')
    const upwards = await rig.call('GET', `/api/v1/notifications?limit=1&min_id=${third}`, { token })
    expect(texts(upwards)).toBe('5')
    const previous = /<([^>]+)>; rel="prev"/.exec(upwards.headers.get('link')!)![1]!
    expect(texts(await rig.call('GET', previous, { token }))).toBe('6')
    expect((await rig.call('GET', '/api/v1/notifications?exclude_types[]=mention', { token })).body).toEqual([])
  })

  it('shows a thread with what was before and after', async () => {
    const token = await rig.logIn()
    const { body: post } = await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'Ouvert lundi' } })
    const question = memberWrites('@lesamarres à quelle heure ?', { inReplyToId: post.id })
    const { body: answer } = await rig.call('POST', '/api/v1/statuses', { token, json: { status: '@claire_b 9 h', in_reply_to_id: question.id } })
    const context = await rig.call('GET', `/api/v1/statuses/${question.id}/context`, { token })
    expect(context.body.ancestors.map((row) => row.id)).toEqual([post.id])
    expect(context.body.descendants.map((row) => row.id)).toEqual([answer.id])
    expect(answer.in_reply_to_account_id).toBe('100000000000000001')
  })

  it('keeps private exchanges apart: in conversations, never in timelines or for strangers', async () => {
    const token = await rig.logIn()
    const message = memberWrites('@lesamarres une question privée', { visibility: 'direct' })
    const conversation = (await rig.call('GET', '/api/v1/conversations', { token })).rows[0]!
    expect(conversation).toMatchObject({ unread: true, accounts: [{ acct: 'claire_b' }], last_status: { id: message.id, visibility: 'direct' } })
    const answer = await rig.call('POST', '/api/v1/statuses', { token, json: { status: '@claire_b volontiers', in_reply_to_id: message.id, visibility: 'direct' } })
    expect((await rig.call('GET', '/api/v1/conversations', { token })).body).toMatchObject([{ id: conversation.id, unread: false, last_status: { id: answer.body.id } }])
    expect((await rig.call('GET', '/api/v1/timelines/home', { token })).body).toEqual([])
    expect((await rig.call('GET', `/api/v1/statuses/${message.id}`)).status).toBe(404)
    // The own list holds them for the author (a look-up after a time-out needs that), and for nobody else.
    expect((await rig.call('GET', '/api/v1/accounts/100000000000000000/statuses', { token })).body).toHaveLength(1)
    expect((await rig.call('GET', '/api/v1/accounts/100000000000000000/statuses')).body).toEqual([])
  })

  it('likes and boosts once, however often they are asked for', async () => {
    const token = await rig.logIn()
    const theirs = memberWrites('Bonjour Nantes')
    await rig.call('POST', `/api/v1/statuses/${theirs.id}/favourite`, { token })
    const liked = await rig.call('POST', `/api/v1/statuses/${theirs.id}/favourite`, { token })
    expect(liked.body).toMatchObject({ favourited: true, favourites_count: 1 })
    const once = await rig.call('POST', `/api/v1/statuses/${theirs.id}/reblog`, { token })
    const twice = await rig.call('POST', `/api/v1/statuses/${theirs.id}/reblog`, { token })
    expect(twice.body.id).toBe(once.body.id)
    expect(once.body.reblog).toMatchObject({ id: theirs.id, reblogs_count: 1 })
    await rig.call('POST', `/api/v1/statuses/${theirs.id}/unreblog`, { token })
    expect((await rig.call('POST', `/api/v1/statuses/${theirs.id}/unfavourite`, { token })).body).toMatchObject({ favourited: false, favourites_count: 0, reblogs_count: 0 })
    expect(rig.ownActs()).toBe(4)
  })
})

describe('logging in', () => {
  const redirectUri = 'http://127.0.0.1:9/callback'

  async function authorize(extra: Record<string, string>) {
    const app = await rig.call('POST', '/api/v1/apps', { json: { client_name: 'Test', redirect_uris: [redirectUri], scopes: 'read write' } })
    const query = new URLSearchParams({ response_type: 'code', client_id: app.body.client_id, redirect_uri: redirectUri, scope: 'read write', state: 's', ...extra })
    return { app: app.body, consent: await rig.call('GET', `/oauth/authorize?${query.toString()}`) }
  }

  it('checks the PKCE verifier and takes a code once', async () => {
    const verifier = 'a-verifier-that-is-long-enough-to-be-one-0123456789'
    const { app, consent } = await authorize({ code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' })
    const location = new URL(consent.headers.get('location')!)
    expect(location.searchParams.get('state')).toBe('s')
    const form = { grant_type: 'authorization_code', client_id: app.client_id, client_secret: app.client_secret, redirect_uri: redirectUri, code: location.searchParams.get('code')! }
    expect(await rig.call('POST', '/oauth/token', { form: { ...form, code_verifier: 'wrong' } })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await rig.call('POST', '/oauth/token', { form: { ...form, code_verifier: verifier } })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('refuses a redirect that was not registered, an unknown client and a wrong secret', async () => {
    const { app } = await authorize({})
    const query = (changes: Record<string, string>) => new URLSearchParams({ response_type: 'code', client_id: app.client_id, redirect_uri: redirectUri, scope: 'read', ...changes }).toString()
    expect((await rig.call('GET', `/oauth/authorize?${query({ redirect_uri: 'http://127.0.0.1:10/' })}`)).status).toBe(400)
    expect((await rig.call('GET', `/oauth/authorize?${query({ client_id: 'x' })}`)).status).toBe(401)
    expect((await rig.call('GET', `/oauth/authorize?${query({ scope: 'admin:read' })}`)).status).toBe(400)
    expect((await rig.call('POST', '/oauth/token', { form: { grant_type: 'client_credentials', client_id: app.client_id, client_secret: 'x' } })).status).toBe(401)
  })

  it('ends a token when it is revoked, and keeps every secret as a hash only', async () => {
    const { app, consent } = await authorize({})
    const code = new URL(consent.headers.get('location')!).searchParams.get('code')!
    const own = { client_id: app.client_id, client_secret: app.client_secret }
    const { body } = await rig.call('POST', '/oauth/token', { form: { ...own, grant_type: 'authorization_code', redirect_uri: redirectUri, code } })
    expect((await rig.call('GET', '/api/v1/accounts/verify_credentials', { token: body.access_token })).status).toBe(200)
    const stored = JSON.stringify([rig.record.database.prepare('SELECT * FROM tokens').all(), rig.record.database.prepare('SELECT * FROM clients').all()])
    expect(stored).not.toContain(body.access_token)
    expect(stored).not.toContain(app.client_secret)
    await rig.call('POST', '/oauth/revoke', { form: { ...own, token: body.access_token } })
    expect(await rig.call('GET', '/api/v1/accounts/verify_credentials', { token: body.access_token })).toMatchObject({ status: 401, body: { error: 'The access token is invalid' } })
  })

  it('asks for a token, a person and the scope', async () => {
    expect((await rig.call('GET', '/api/v1/notifications')).status).toBe(401)
    const readOnly = await rig.logIn('read')
    expect(await rig.call('POST', '/api/v1/statuses', { token: readOnly, json: { status: 'x' } })).toMatchObject({ status: 403, body: { error: 'This action is outside the authorized scopes' } })
    const { app } = await authorize({})
    const machine = await rig.call('POST', '/oauth/token', { form: { grant_type: 'client_credentials', client_id: app.client_id, client_secret: app.client_secret, scope: 'read' } })
    expect((await rig.call('GET', '/api/v1/apps/verify_credentials', { token: machine.body.access_token })).body).toMatchObject({ name: 'Test' })
    expect((await rig.call('GET', '/api/v1/notifications', { token: machine.body.access_token })).status).toBe(422)
  })
})

describe('the door', () => {
  it('answers only calls that are addressed to this computer', async () => {
    const { request } = await import('node:http')
    const ask = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        request({ host: '127.0.0.1', port: rig.port, path: '/api/v2/instance', headers }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        }).on('error', reject).end()
      })
    expect(await ask({ host: `127.0.0.1:${rig.port}` })).toBe(200)
    expect(await ask({ host: `localhost:${rig.port}` })).toBe(200)
    expect(await ask({ host: 'rebound.example' })).toBe(403)
    expect(await ask({ host: `127.0.0.1:${rig.port}`, 'x-forwarded-host': 'test.practice.localhost' })).toBe(200)
    expect(await ask({ host: `127.0.0.1:${rig.port}`, 'x-forwarded-host': 'other.practice.localhost' })).toBe(403)
  })

  it('builds addresses with the name it was called by', async () => {
    const answer = await rig.call('GET', '/api/v1/accounts/lookup?acct=lesamarres', { headers: { 'x-forwarded-host': 'test.practice.localhost' } })
    expect(answer.body.url).toBe('http://test.practice.localhost/@lesamarres')
  })

  it('refuses what is too large and what cannot be read', async () => {
    const token = await rig.logIn()
    expect((await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'x'.repeat(2 * 1024 * 1024) } })).status).toBe(413)
    expect((await rig.call('POST', '/api/v1/statuses', { token, headers: { 'content-type': 'application/json' }, form: { a: 'b' } })).status).toBe(400)
    expect((await rig.call('GET', '/api/v1/nothing', { token })).status).toBe(404)
  })

  it('tells its budgets and refuses when one is spent', async () => {
    const token = await rig.logIn()
    const first = await rig.call('GET', '/api/v2/instance', { token })
    expect(first.headers.get('x-ratelimit-limit')).toBe('300')
    expect(new Date(first.headers.get('x-ratelimit-reset')!).getTime()).toBeGreaterThan(rig.clock.now())
    for (let index = 1; index < 300; index += 1) await rig.call('GET', '/api/v2/instance', { token })
    expect(await rig.call('GET', '/api/v2/instance', { token })).toMatchObject({ status: 429, body: { error: 'Too many requests' } })
    rig.clock.runDue(rig.clock.now() + 5 * minute)
    expect((await rig.call('GET', '/api/v2/instance', { token })).status).toBe(200)
  })
})
