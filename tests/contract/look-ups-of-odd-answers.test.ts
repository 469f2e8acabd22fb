import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, pictureOf, videoOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { discordForum } from './discord-forum-under-test.ts'
import type { FakeNetwork } from './fake-network.ts'
import { startNetworkRig } from './network-rig.ts'
import { oddAnswersOf, type OddAnswer } from './odd-answers.ts'

const networks = [...adaptersUnderTest, discordForum]
const clock = {
  now: () => Date.now(),
  after: (_: number, callback: () => void) => {
    const timer = setImmediate(callback)
    return () => clearImmediate(timer)
  }
}
/** What a network may well answer, and then nothing is there: Google leaves an empty list out (`localPostsSchema`). */
const ordinary: readonly string[] = ['Google Business Profile: localPosts gone']
/** Where people answer and are answered, by programs. */
const answering = ['Mastodon', 'Bluesky', 'WordPress', 'Discourse', 'Discord', 'Discord, in a forum', 'Facebook', 'Instagram', 'Threads', 'X', 'LinkedIn Page', 'Reddit', 'YouTube']
/** No look is made there: the person is asked. */
const unlooked = new Set(['Telegram', 'LinkedIn'])

const event: Partial<Draft> = { framing: { occasion: { kind: 'event', title: 'Marée', starts: '2030-01-01T10:00', ends: '2030-01-02T10:00' } } }
const withPicture = ['Mastodon', 'Bluesky', 'Facebook', 'Threads', 'X', 'LinkedIn Page', 'Discord', 'Discord, in a forum', 'Google Business Profile']
const cases: readonly (readonly [string, string, Partial<Draft> | 'answer' | 'message'])[] = [
  ...networks.filter(({ name }) => !unlooked.has(name)).map(({ name }) => [name, 'what is plain', {}] as const),
  ...withPicture.map((name) => [name, 'what has a picture', { media: [pictureOf('x')] }] as const),
  ['Google Business Profile', 'an event', event],
  ['X', 'a film', { media: [videoOf()] }],
  ...answering.map((name) => [name, 'an answer', 'answer'] as const),
  ['X', 'a private message', 'message']
]

/** To something that somebody said just now. */
function answerIn(network: FakeNetwork, kind: 'answer' | 'message'): Partial<Draft> {
  const remoteId = kind === 'message' ? 'message:1' : network.hear('À quelle heure ?')
  const rootRemoteId = kind === 'message' ? (network.writesPrivately?.() ?? '') : remoteId
  return { media: [], title: '', audience: kind === 'message' ? 'message' : 'public', replyTo: { remoteId, rootRemoteId, authorHandle: '@tom' } }
}

describe('a look for what was sent, which stands there', () => {
  it.each(cases)('%s: never says of %s that it is not there, whatever field is gone or of another type', { timeout: 60_000 }, async (name, _, more) => {
    const under = networks.find((each) => each.name === name)
    const file = under?.fileOf?.('phare') ?? (under?.needsPicture === true ? pictureOf('x') : null)
    let answers: unknown[] = []
    let odd: { readonly call: number; readonly answer: OddAnswer } | null = null
    const rig = await startNetworkRig(name, {
      clock,
      change: (_request, answer) => {
        answers.push(answer.json)
        return odd?.call === answers.length - 1 ? { ...answer, json: odd.answer.json } : answer
      }
    })
    const said = typeof more === 'string' ? answerIn(rig.network, more) : more
    const draft = draftOf('Bonjour', { title: 'Bonjour, un titre assez long', media: file === null ? [] : [file], ...said })
    let begun: string | undefined
    const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
    const keepBegun = (token: string): void => void (begun = token)
    expect(await rig.adapter.publisher.publish(rig.session, draft, { ...intent, keepBegun })).toMatchObject({ ok: true })
    const look = async () => {
      answers = []
      const sentAt = Date.now() - 60_000
      return rig.adapter.publisher.findPublished(rig.session, draft, { ...intent, sentAt, since: sentAt, isAnothers: () => false, ...(begun === undefined ? {} : { begun }) })
    }
    expect(await look()).toMatchObject({ ok: true, value: { remoteId: expect.any(String) } })
    const wrong: string[] = []
    for (const [call, told] of answers.entries()) {
      for (const answer of oddAnswersOf(told)) {
        odd = { call, answer }
        const looked = await look()
        if (looked.ok && looked.value === 'none') wrong.push(`${name}: ${answer.what}`)
      }
    }
    expect(wrong.filter((each) => !ordinary.includes(each))).toEqual([])
  })
})
