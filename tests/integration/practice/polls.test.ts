import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostContent } from '../../../shared/posts/post.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'
import { startPracticeRig, type PracticeRig } from './practice-rig.ts'

const hour = 3_600_000

describe('polls of the practice network', () => {
  let rig: PracticeRig
  let token: string
  beforeEach(async () => {
    rig = await startPracticeRig()
    token = await rig.logIn()
  })
  afterEach(() => rig.stop())

  const ask = (poll: object, more: object = {}) => rig.call('POST', '/api/v1/statuses', { token, json: { status: 'Quand ?', poll: { options: ['Mardi', 'Jeudi'], expires_in: 3600, ...poll }, ...more } })

  it('are kept with their choices, and take one vote of each member who likes them, until their end', async () => {
    const { body } = await ask({})
    expect(body.poll).toMatchObject({ multiple: false, votes_count: 0, options: [{ title: 'Mardi', votes_count: 0 }, { title: 'Jeudi', votes_count: 0 }], expires_at: new Date(rig.clock.now() + hour).toISOString() })
    const [first, late] = rig.record.members.community()
    for (const member of [first, first]) rig.record.favour(body.id, member!.id, rig.clock.now())
    rig.record.favour(body.id, late!.id, rig.clock.now() + hour)
    expect((await rig.call('GET', `/api/v1/statuses/${body.id}`, { token })).body.poll).toMatchObject({ votes_count: 1 })
  })

  it.each([
    ['one choice', { options: ['Mardi'] }, {}],
    ['five', { options: ['a', 'b', 'c', 'd', 'e'] }, {}],
    ['an empty one', { options: ['Mardi', ' '] }, {}],
    ['a long one', { options: ['Mardi', 'x'.repeat(51)] }, {}],
    ['twice the same', { options: ['Mardi', 'Mardi'] }, {}],
    ['an end that is too near', { expires_in: 60 }, {}],
    ['no question', {}, { status: '' }]
  ])('are refused with %s, as on Mastodon', async (_, poll, more) => {
    expect((await ask(poll, more)).status).toBe(422)
  })

  it('last from their publication on when they waited for it', async () => {
    await ask({}, { scheduled_at: new Date(rig.clock.now() + 2 * hour).toISOString() })
    const due = rig.clock.now() + 2 * hour
    expect((await rig.call('GET', '/api/v1/scheduled_statuses', { token })).rows).toMatchObject([{ params: { poll: { options: ['Mardi', 'Jeudi'] } } }])
    rig.clock.runDue(due)
    rig.record.publishScheduled(due)
    expect((await rig.call('GET', '/api/v1/accounts/100000000000000000/statuses', { token })).rows).toMatchObject([{ poll: { expires_at: new Date(due + hour).toISOString() } }])
  })
})

describe('a post with a poll', () => {
  let engine: PracticeEngine
  afterEach(() => engine.stop())

  it('is kept, goes out once with its choices, and is no repeat of the same question with others', async () => {
    engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
    const { workspaceId } = engine
    const { accounts } = await engine.ask('accounts.list', { workspaceId })
    const targets = [{ accountId: accounts[0]!.id, variant: null }]
    const asking = (choices: readonly string[]): PostContent => ({ title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'On ouvre quand ?' }] }] }, targets, media: [], poll: { choices: [...choices], minutes: 60, isMultiple: true } })
    const write = async (choices: readonly string[]): Promise<string> => {
      const postId = engine.random.id()
      await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: asking(choices) })
      return postId
    }
    const [first, second, third] = [await write(['Mardi', 'Jeudi']), await write(['Lundi', 'Jeudi']), await write(['Mardi', 'Jeudi'])]
    expect((await engine.ask('posts.read', { workspaceId, postId: first })).post.poll).toEqual({ choices: ['Mardi', 'Jeudi'], minutes: 60, isMultiple: true })
    await engine.ask('posts.schedule', { workspaceId, postId: first, revision: 1, when: { kind: 'now' } })
    await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId: first })).post.status === 'published')
    expect(engine.onTheNetwork("SELECT poll FROM statuses WHERE poll IS NOT NULL").map((row) => JSON.parse((row as { poll: string }).poll) as unknown)).toMatchObject([{ choices: ['Mardi', 'Jeudi'], isMultiple: true }])
    expect(await engine.request('posts.schedule', { workspaceId, postId: third, revision: 1, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'repeat_needs_confirmation' } })
    expect(await engine.request('posts.schedule', { workspaceId, postId: second, revision: 1, when: { kind: 'now' } })).toMatchObject({ ok: true })
  })
})
