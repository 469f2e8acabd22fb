import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carryOut } from '../../../electron/engine/practice/community/carry-out.ts'
import type { Act } from '../../../shared/networks/acts.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'
import { startPracticeRig, type PracticeRig } from './practice-rig.ts'

const claire = '100000000000000001'
const tomasz = '100000000000000002'

describe('muting, blocking and reporting on the practice network', () => {
  let rig: PracticeRig
  let token: string
  beforeEach(async () => {
    rig = await startPracticeRig()
    token = await rig.logIn()
  })
  afterEach(() => rig.stop())

  const write = (authorId: string, text: string, visibility: 'public' | 'direct' = 'public') =>
    rig.record.publish({ authorId, text, createdAt: rig.clock.now(), inReplyToId: null, reblogOfId: null, visibility, spoilerText: '', sensitive: false, language: 'fr' })
  const call = (method: string, path: string, json?: unknown) => rig.call(method, path, { token, ...(json === undefined ? {} : { json }) })
  const told = async () => (await call('GET', '/api/v1/notifications')).rows.map((row) => row.status.content.replace(/<[^>]+>/g, ''))
  const exchanges = async () => (await call('GET', '/api/v1/conversations')).rows.length

  it.each(['mute', 'block'] as const)('a %s takes what was told away, lets nothing more come, and can be taken back', async (act) => {
    write(claire, '@lesamarres avant')
    write(claire, '@lesamarres en privé', 'direct')
    write(tomasz, '@lesamarres de Tomasz')
    expect(await exchanges()).toBe(1)
    for (const _ of [1, 2]) expect((await call('POST', `/api/v1/accounts/${claire}/${act}`)).body).toMatchObject({ muting: act === 'mute', blocking: act === 'block', following: act === 'mute', followed_by: act === 'mute' })
    const silent = write(claire, '@lesamarres pendant')
    write(claire, '@lesamarres encore en privé', 'direct')
    rig.record.follow(claire, rig.clock.now())
    expect(await told()).toEqual(['@lesamarres de Tomasz'])
    expect(await exchanges()).toBe(0)
    expect((await call('GET', '/api/v1/timelines/home')).rows.map((row) => row.content)).toHaveLength(1)
    // What the adapter needs to take it back again: the status names its author.
    expect((await call('GET', `/api/v1/statuses/${silent.id}`)).body).toMatchObject({ account: { id: claire } })
    expect((await call('GET', `/api/v1/${act}s`)).body).toMatchObject([{ acct: 'claire_b' }])

    expect((await call('POST', `/api/v1/accounts/${claire}/un${act}`)).body).toMatchObject({ muting: false, blocking: false })
    write(claire, '@lesamarres après')
    expect(await told()).toEqual(['@lesamarres après', '@lesamarres de Tomasz'])
  })

  it('lets a blocked member do nothing more of what they had in mind; a muted one goes on unheard', async () => {
    const post = write('100000000000000000', 'Ouvert lundi')
    const saying = { purpose: 'insult', text: '@lesamarres non', leadsTo: [] } as const
    const planned = [{ kind: 'like' }, { kind: 'boost' }, { kind: 'comment', onlyIfUnanswered: false, ...saying }, { kind: 'message', onlyIfUnanswered: false, ...saying }] as const
    const carryOutAll = (memberId: string) => planned.map((act) => carryOut(rig.record, { due: 0, act: { ...act, memberId, statusId: post.id } }, rig.clock.now()))
    const written = () => rig.record.database.prepare('SELECT (SELECT COUNT(*) FROM statuses WHERE author_id <> 100000000000000000) + (SELECT COUNT(*) FROM favourites)').pluck().get()
    await call('POST', `/api/v1/accounts/${claire}/block`)
    carryOutAll(claire)
    expect(written()).toBe(0)
    await call('POST', `/api/v1/accounts/${tomasz}/mute`)
    carryOutAll(tomasz)
    expect(written()).toBe(4)
    expect(await told()).toEqual([])
  })

  it('mutes posts alone when a client asks for that', async () => {
    write(claire, '@lesamarres avant')
    expect((await call('POST', `/api/v1/accounts/${claire}/mute`, { notifications: false })).body).toMatchObject({ muting: true, muting_notifications: false })
    write(claire, '@lesamarres pendant')
    expect(await told()).toEqual(['@lesamarres pendant', '@lesamarres avant'])
    expect((await call('GET', '/api/v1/timelines/home')).body).toEqual([])
    expect((await call('POST', `/api/v1/accounts/${claire}/mute`, { duration: 60 })).status).toBe(422)
  })

  it('leaves those who are muted out of a thread as the own account sees it, not as others do', async () => {
    const post = write('100000000000000000', 'Ouvert lundi')
    rig.record.publish({ authorId: claire, text: '@lesamarres non', createdAt: rig.clock.now(), inReplyToId: post.id, reblogOfId: null, visibility: 'public', spoilerText: '', sensitive: false, language: 'fr' })
    await call('POST', `/api/v1/accounts/${claire}/mute`)
    expect((await call('GET', `/api/v1/statuses/${post.id}/context`)).body.descendants).toEqual([])
    expect((await rig.call('GET', `/api/v1/statuses/${post.id}/context`)).body.descendants).toHaveLength(1)
  })

  it('keeps reports, of what is the reported account’s own only', async () => {
    const spam = write(claire, '@lesamarres promo !')
    const filed = await call('POST', '/api/v1/reports', { account_id: claire, status_ids: [spam.id] })
    expect(filed.body).toMatchObject({ action_taken: false, category: 'other', status_ids: [spam.id], target_account: { id: claire } })
    expect((await call('POST', '/api/v1/reports', { account_id: tomasz, status_ids: [spam.id] })).status).toBe(404)
    expect((await call('POST', '/api/v1/reports', { account_id: '1' })).status).toBe(404)
    expect(rig.record.database.prepare('SELECT member_id, status_ids FROM reports').all()).toEqual([{ member_id: claire, status_ids: JSON.stringify([spam.id]) }])
  })

  it('asks for the scopes of the description, and lets nobody mute the own account', async () => {
    const narrow = await rig.logIn('read:statuses write:mutes')
    const status = async (path: string, json?: unknown) => (await rig.call('POST', path, { token: narrow, ...(json === undefined ? {} : { json }) })).status
    expect(await status(`/api/v1/accounts/${claire}/mute`)).toBe(200)
    expect(await status(`/api/v1/accounts/${claire}/block`)).toBe(403)
    expect(await status('/api/v1/reports', { account_id: claire })).toBe(403)
    expect((await call('POST', '/api/v1/accounts/100000000000000000/block')).body).toMatchObject({ blocking: false })
    expect((await call('POST', '/api/v1/accounts/1/block')).status).toBe(404)
  })
})

describe('a practice client that blocks somebody', () => {
  let engine: PracticeEngine
  let scope: { workspaceId: string }
  beforeEach(async () => {
    engine = await startPracticeEngine()
    scope = { workspaceId: engine.workspaceId }
  })
  afterEach(() => engine.stop())

  async function act(kind: 'message' | 'comment', word: Act) {
    const { conversations } = await engine.ask('inbox.page', { ...scope, view: 'all', kind, accountId: null, before: null, limit: 50 })
    for (const conversation of conversations) {
      const item = (await engine.ask('inbox.read', { ...scope, conversationId: conversation.id })).items.find((each) => !each.isOwn)
      if (item === undefined) continue
      const job = await engine.ask('inbox.act', { ...scope, itemId: item.id, act: word })
      return { item, job }
    }
    throw new Error('nobody has written')
  }
  const setAside = () => engine.onTheNetwork<{ handle: string; kind: string }>('SELECT m.handle, s.kind FROM set_aside s JOIN members m ON m.id = s.member_id')
  const handleOf = (text: string) => /^@?([^@]+)/.exec(text)![1]!

  it.each(['message', 'comment'] as const)('does so at the network from a %s, over a restart, and takes it back', async (kind) => {
    await engine.ask('practice.setPace', { ...scope, pace: 'paused' })
    const { item, job } = await act(kind, 'block')
    expect(job).toMatchObject({ kind: 'block', conversationId: item.conversationId })
    await engine.until(() => setAside().length === 1)
    expect(setAside()).toEqual([{ handle: handleOf(item.authorHandle), kind: 'block' }])
    await engine.restart({ crash: true })
    expect(setAside()).toHaveLength(1)
    await engine.ask('inbox.act', { ...scope, itemId: item.id, act: 'unblock' })
    await engine.until(() => setAside().length === 0)
  })

  it('hears and sees nothing more of them, however long and loud the storm', async () => {
    const everybody = engine.onTheNetwork<{ id: string; handle: string }>('SELECT id, handle FROM members WHERE is_own = 0')
    await engine.ask('practice.setPace', { ...scope, pace: 'paused' })
    const { item } = await act('comment', 'block')
    await engine.until(() => setAside().length === 1)
    const blocked = everybody.find((member) => member.handle === handleOf(item.authorHandle))!
    const last = engine.onTheNetwork<{ id: string }>('SELECT MAX(id) AS id FROM statuses')[0]!.id
    const account = (await engine.ask('accounts.list', scope)).accounts[0]!
    await engine.ask('practice.setPace', { ...scope, pace: 'storm' })
    const postId = '0b1d3c52-8a2e-4b6f-9f53-2d3a0f6a1c01'
    await engine.ask('posts.saveDraft', { ...scope, postId, revision: 0, content: { title: '', document: textToDocument('Bonjour !'), targets: [{ accountId: account.id, variant: null }], media: [] } })
    await engine.ask('posts.schedule', { ...scope, postId, revision: 1, when: { kind: 'now' } })
    await engine.advance(10 * 60_000)
    const since = engine.onTheNetwork<{ author_id: string }>('SELECT author_id FROM statuses WHERE id > ?', last).map((row) => row.author_id)
    expect(since.length).toBeGreaterThan(15)
    expect(since).not.toContain(blocked.id)
    expect(engine.onTheNetwork('SELECT 1 FROM notifications WHERE member_id = ?', blocked.id)).toEqual([])
  })
})
