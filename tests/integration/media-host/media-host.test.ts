import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { sniffMedia } from '../../../shared/media/sniff-media.ts'
import { createFakeInstagram } from '../../contract/fake-instagram.ts'
import type { FakeNetwork } from '../../contract/fake-network.ts'
import { createFakeThreads } from '../../contract/fake-threads.ts'
import { createFakeS3, fakeS3, type FakeS3 } from '../../support/fake-s3.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { addVideo } from '../support/add-video.ts'
import { asked, inOnePiece, json } from './fakes-by-http.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const png = new Uint8Array(readFileSync(new URL('../../../build/icons/icon-256.png', import.meta.url)))
const documentOf = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
const { accessKeyId, secretAccessKey, endpoint, region, bucket } = fakeS3
const host = { kind: 's3', endpoint, region, bucket, publicUrl: '' } as const

let engine: TestEngine
let storage: FakeS3
let networks: Record<'threads' | 'instagram', FakeNetwork>
let workspaceId: string
/** What the networks fetched by the addresses that they were given. */
let fetched: { readonly bytes: Uint8Array; readonly mediaType: string }[]
let isAnswerLost: (request: HttpRequest) => boolean
let isCut: (request: HttpRequest) => boolean
let isLate: (request: HttpRequest) => boolean

function answer(request: HttpRequest) {
  const url = new URL(request.url)
  if (url.host === new URL(endpoint).host) return storage.answer(request)
  if (url.pathname.endsWith('access_token')) return json({ access_token: `top-secret-${url.host}`, expires_in: 5_184_000 })
  const network = networks[url.host.includes('threads') ? 'threads' : 'instagram']
  const image = asked(request).json['image_url'] ?? asked(request).json['video_url']
  if (typeof image === 'string') {
    const file = storage.files.get(image)
    // As the networks say it of what they cannot fetch.
    if (file === undefined) return json({ error: { message: 'Media download has failed', code: 9004, error_subcode: 2_207_052 } }, 400)
    fetched.push(file)
  }
  const said = network.answer(asked(request), request.url)
  return json(said.json, said.status)
}

const http: HttpClient = {
  async send(given) {
    const request = await inOnePiece(given)
    if (isCut(request)) return { ok: false, failure: { sent: 'no', error: studioError('unreachable', 'nobody is there', { retryable: true }) } }
    if (isLate(request)) return { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'no answer in time', { retryable: true }) } }
    const answered = answer(request)
    if (isAnswerLost(request)) return { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'the answer was lost', { retryable: true }) } }
    return { ok: true, response: { ...answered, url: request.url } }
  }
}

async function newClient(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('workspaces.update', { workspaceId: id, changes: { safety: { undoSeconds: 0 } } })
  return id
}

async function connect(networkId: 'threads' | 'instagram', into = workspaceId): Promise<string> {
  await engine.ask('ownApps.save', { workspaceId: into, networkId, scope: 'workspace', clientId: '4711', clientSecret: 'top-secret-app', redirectUri: 'https://site.example/back' })
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId: into, networkId, serverUrl: '', redirectUri: '' })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}

async function draft(accountIds: readonly string[], into = workspaceId, pictures = 1, videos: readonly string[] = []): Promise<{ postId: string; revision: number }> {
  const media = videos.map((mediaId) => ({ mediaId, altText: 'Un phare' }))
  for (let place = 0; place < pictures; place += 1) {
    const mediaId = engine.random.id()
    await engine.ask('media.add', { workspaceId: into, mediaId, fileName: 'phare.png', bytes: png })
    media.push({ mediaId, altText: 'Un phare' })
  }
  const postId = engine.random.id()
  const content = { title: '', document: documentOf('Ouverture samedi'), targets: accountIds.map((accountId) => ({ accountId, variant: null })), media }
  return { postId, ...(await engine.ask('posts.saveDraft', { workspaceId: into, postId, revision: 0, content })) }
}

const publish = async ({ postId, revision }: { postId: string; revision: number }) => engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
const statesOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).jobs.map(({ state }) => state)
/** Files are read, and pictures made in a thread of their own, in real time. */
const passUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let looks = 0; looks < 120 && !(await isSo()); looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    await engine.advance(2_000)
  }
}
const isOut = (postId: string) => async () => (await statesOf(postId)).every((state) => state === 'published')

describe('a public place for pictures', () => {
  beforeEach(async () => {
    fetched = []
    isAnswerLost = () => false
    isCut = () => false
    isLate = () => false
    networks = { threads: createFakeThreads(), instagram: createFakeInstagram() }
    engine = await startTestEngine({ http, startAt: Date.now(), testOptions: {} })
    storage = createFakeS3(() => engine.now())
    workspaceId = await newClient('Maison Lune')
  })
  afterEach(() => engine.stop())

  const save = (changes: Partial<typeof host> | { publicUrl: string } = {}, keys = { accessKeyId, secretAccessKey }) => engine.request('mediaHost.save', { workspaceId, host: { ...host, ...changes }, keys })
  const reasonOf = async (answered: ReturnType<typeof save>) => {
    const result = await answered
    return result.ok ? 'kept' : `${result.error.code} ${String(result.error.details?.['reason'] ?? result.error.details?.['field'])}`
  }

  it('is tried before it is kept, and each thing that is wrong has its own name', async () => {
    expect(await reasonOf(save({}, { accessKeyId: 'AKIDOFNOBODY', secretAccessKey }))).toBe('media_host_failed keys_refused')
    expect(await reasonOf(save({}, { accessKeyId, secretAccessKey: 'another' }))).toBe('media_host_failed keys_refused')
    expect(await reasonOf(engine.request('mediaHost.save', { workspaceId, host: { ...host, region: 'us-east-1' }, keys: { accessKeyId, secretAccessKey } }))).toBe('media_host_failed wrong_region')
    expect(await reasonOf(engine.request('mediaHost.save', { workspaceId, host: { ...host, bucket: 'nobodys' }, keys: { accessKeyId, secretAccessKey } }))).toBe('media_host_failed no_bucket')
    expect(await reasonOf(engine.request('mediaHost.save', { workspaceId, host: { ...host, endpoint: 'http://s3.storage.example' }, keys: { accessKeyId, secretAccessKey } }))).toBe('invalid_input endpoint')
    expect(await reasonOf(save({ publicUrl: 'https://s3.storage.example/elsewhere' }))).toBe('media_host_failed not_public')
    expect(await reasonOf(engine.request('mediaHost.save', { workspaceId, host }))).toBe('media_host_failed keys_missing')
    storage.setPublic(false)
    expect(await reasonOf(save())).toBe('media_host_failed not_public')
    isCut = ({ url }) => url.startsWith(endpoint)
    expect(await reasonOf(save())).toBe('media_host_failed unreachable')
    isCut = () => false
    expect(await engine.ask('mediaHost.read', { workspaceId })).toMatchObject({ host: null, isReady: false })
    storage.setPublic(true)
    expect(await reasonOf(save())).toBe('kept')
    // Of the place that could not be reached nobody knows: it is looked after at the next start.
    await engine.restart({ crash: false })
    await engine.advance(1_000)
    expect([await engine.ask('mediaHost.read', { workspaceId }), storage.files.size]).toEqual([{ host, isReady: true, lying: 0 }, 0])
    expect(await engine.ask('mediaHost.try', { workspaceId })).toEqual({})
    expect(JSON.stringify([engine.logLines, engine.events])).not.toContain('top-secret')
  })

  it('without one, the check says so before anything is planned; words alone need none', async () => {
    const threads = await connect('threads')
    const withPicture = await draft([threads])
    expect(await publish(withPicture)).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'media_host_missing' } } })
    const words = await draft([threads], workspaceId, 0)
    expect((await publish(words)).ok).toBe(true)
    await passUntil(isOut(words.postId))
    expect(networks.threads.visible()).toEqual(['Ouverture samedi'])
  })

  it('lends a picture to Threads as it is and to Instagram as a JPEG, and takes it away when the network has it', async () => {
    await save()
    const accounts = [await connect('threads'), await connect('instagram')]
    const post = await draft(accounts, workspaceId, 2)
    expect((await publish(post)).ok).toBe(true)
    await passUntil(isOut(post.postId))
    expect(await statesOf(post.postId)).toEqual(['published', 'published'])
    expect(fetched.map(({ mediaType }) => mediaType).toSorted()).toEqual(['image/jpeg', 'image/jpeg', 'image/png', 'image/png'])
    for (const { bytes, mediaType } of fetched) expect([...bytes.subarray(0, 2)]).toEqual(mediaType === 'image/jpeg' ? [0xff, 0xd8] : [0x89, 0x50])
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([0, 0])
  })

  it('lends a video in pieces, to both as it is, and says how far it is', async () => {
    await save()
    const accounts = [await connect('threads'), await connect('instagram')]
    const post = await draft(accounts, workspaceId, 0, [await addVideo(engine, workspaceId, await tinyMp4({ seconds: 4 }))])
    expect((await publish(post)).ok).toBe(true)
    await passUntil(isOut(post.postId))
    expect(await statesOf(post.postId)).toEqual(['published', 'published'])
    expect(fetched.map(({ mediaType, bytes }) => [mediaType, sniffMedia(bytes)])).toEqual([['video/mp4', 'video'], ['video/mp4', 'video']])
    expect(engine.events.filter(({ name }) => name === 'outbox.uploading').length).toBeGreaterThan(1)
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([0, 0])
  })

  it('a picture that the network refuses is taken away too', async () => {
    await save()
    const instagram = await connect('instagram')
    const { answer: honest } = networks.instagram
    networks.instagram = { ...networks.instagram, answer: (request, origin) => (networks.instagram.isUpload(request) ? { status: 400, json: { error: { message: 'Unsupported image', code: 36_003, error_subcode: 2_207_009 } } } : honest(request, origin)) }
    const post = await draft([instagram])
    await publish(post)
    await passUntil(async () => (await statesOf(post.postId))[0] === 'failed')
    expect(await statesOf(post.postId)).toEqual(['failed'])
    expect([storage.files.size, networks.instagram.visible()]).toEqual([0, []])
  })

  it('what a power cut left is taken away at the next start, whatever was known of it', async () => {
    await save()
    const threads = await connect('threads')
    const post = await draft([threads])
    // The network never answers: the picture lies there when the power goes.
    let hang: () => void = () => undefined
    const hung = new Promise<void>((resolve) => (hang = resolve))
    const { send } = http
    Object.assign(http, { send: (request: HttpRequest) => (networks.threads.isUpload(asked(request)) ? hung.then(() => send(request)) : send(request)) })
    await publish(post)
    await passUntil(async () => storage.files.size === 1)
    expect(storage.files.size).toBe(1)
    Object.assign(http, { send })
    await engine.restart({ crash: true })
    hang()
    await engine.advance(60_000)
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([0, 0])
  })

  it('what could not be taken away is tried again each day', async () => {
    await save()
    const threads = await connect('threads')
    isCut = ({ method, url }) => method === 'DELETE' && url.startsWith(endpoint)
    const post = await draft([threads])
    await publish(post)
    await passUntil(isOut(post.postId))
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([1, 1])
    isCut = () => false
    await engine.advance(24 * 3_600_000)
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([0, 0])
  })

  it('is not given up, with its keys, while files lie there that could not be taken away, unless that is meant', async () => {
    await save()
    const threads = await connect('threads')
    isCut = ({ method, url }) => method === 'DELETE' && url.startsWith(endpoint)
    const post = await draft([threads])
    await publish(post)
    await passUntil(isOut(post.postId))
    const keys = (): number => [...engine.secrets.entries.keys()].filter((reference) => reference.endsWith(':media-host')).length
    expect([await engine.ask('mediaHost.remove', { workspaceId }), keys()]).toEqual([{ lying: 1 }, 1])
    expect(await engine.ask('mediaHost.read', { workspaceId })).toMatchObject({ host, isReady: true, lying: 1 })
    expect([await engine.ask('mediaHost.remove', { workspaceId, isMeant: true }), keys()]).toEqual([{ lying: 0 }, 0])
    expect(await engine.ask('mediaHost.read', { workspaceId })).toMatchObject({ host: null })
  })

  it('what lies there is taken away before other keys are kept, which may not open that place', async () => {
    await save()
    const threads = await connect('threads')
    isCut = ({ method, url }) => method === 'DELETE' && url.startsWith(endpoint)
    const post = await draft([threads])
    await publish(post)
    await passUntil(isOut(post.postId))
    expect(storage.files.size).toBe(1)
    isCut = () => false
    expect(await reasonOf(save())).toBe('kept')
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([0, 0])
  })

  it('an upload that was cut off and arrives after it was taken away is taken away again', async () => {
    await save()
    const threads = await connect('threads')
    let late: HttpRequest | null = null
    isLate = (request) => {
      if (late !== null || request.method !== 'PUT' || !request.url.startsWith(endpoint)) return false
      late = request
      return true
    }
    const post = await draft([threads])
    await publish(post)
    await passUntil(isOut(post.postId))
    expect([late === null, storage.files.size]).toEqual([false, 0])
    if (late !== null) storage.answer(late)
    expect(storage.files.size).toBe(1)
    await engine.advance(24 * 3_600_000)
    expect([storage.files.size, (await engine.ask('mediaHost.read', { workspaceId })).lying]).toEqual([0, 0])
  })

  it('a place that fails is nothing of the account’s: nothing was published, and it goes out when the place is back', async () => {
    await save()
    const threads = await connect('threads')
    isCut = ({ method, url }) => method === 'PUT' && url.startsWith(endpoint)
    const post = await draft([threads])
    await publish(post)
    await passUntil(async () => (await engine.ask('posts.read', { workspaceId, postId: post.postId })).jobs[0]?.attempts === 1)
    expect(networks.threads.visible()).toEqual([])
    isCut = () => false
    await passUntil(isOut(post.postId))
    expect(networks.threads.visible()).toEqual(['Ouverture samedi'])
    expect((await engine.ask('accounts.list', { workspaceId })).accounts[0]?.state).toBe('connected')
  })

  it('an answer that is lost at the last step makes no second post', async () => {
    await save()
    const threads = await connect('threads')
    const post = await draft([threads])
    isAnswerLost = (request) => networks.threads.isCreate(asked(request))
    await publish(post)
    await passUntil(async () => (await statesOf(post.postId))[0] === 'unknown_outcome')
    isAnswerLost = () => false
    await passUntil(isOut(post.postId))
    expect([await statesOf(post.postId), networks.threads.visible()]).toEqual([['published'], ['Ouverture samedi']])
  })

  it('belongs to one client alone: its keys go with the client, and no other is lent anything', async () => {
    await save()
    const other = await newClient('Café Cèdre')
    expect(await engine.ask('mediaHost.read', { workspaceId: other })).toEqual({ host: null, isReady: false, lying: 0 })
    const threads = await connect('threads', other)
    const post = await draft([threads], other)
    expect(await engine.request('posts.schedule', { workspaceId: other, ...post, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { details: { problem: 'media_host_missing' } } })
    expect([...engine.secrets.entries.keys()].filter((reference) => reference.endsWith(':media-host'))).toEqual([`${workspaceId}:media-host`])
    await engine.ask('mediaHost.remove', { workspaceId })
    expect([[...engine.secrets.entries.keys()].filter((reference) => reference.endsWith(':media-host')), await engine.ask('mediaHost.read', { workspaceId })]).toEqual([[], { host: null, isReady: false, lying: 0 }])
  })
})
