import { describe, expect, it } from 'vitest'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { Poll } from '../../shared/posts/poll.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { startNetworkRig } from './network-rig.ts'
import { oddAnswersOf, type OddAnswer } from './odd-answers.ts'

const poll: Poll = { choices: ['La mer', 'La forêt'], minutes: 1440 }
const cases: readonly (readonly [string, string, Partial<Draft>])[] = [
  ...['Mastodon', 'WordPress', 'Facebook', 'YouTube'].map((name) => [name, 'what is plain', {}] as const),
  ...['Mastodon', 'WordPress', 'Facebook'].map((name) => [name, 'what has a picture', { media: [pictureOf('x')] }] as const),
  ['Mastodon', 'a poll', { poll }],
  ['Mastodon', 'what stands behind a warning', { framing: { warning: 'Politique' } }]
]
const day = 86_400_000
/** After this long every network would show what it got. */
const longLater = 90_000
/** What a network may well answer: of what has no time any more it leaves the time out, and will not publish it; what has no warning or no poll says null. */
const ordinary: readonly string[] = ['YouTube: find: items.0.status.publishAt gone', 'YouTube: read: items.0.status.publishAt gone', 'Facebook: read: scheduled_publish_time gone', 'Mastodon: find: 0.params.spoiler_text is null', 'Mastodon: find: 0.params.poll is null']

describe('a look for what was handed over, which waits there', () => {
  it.each(cases)('%s: never says of %s that it is gone, whatever field is gone or of another type', { timeout: 60_000 }, async (name, _, more) => {
    const under = adaptersUnderTest.find((each) => each.name === name)
    const draft = draftOf('Bonjour à tous', { title: 'Bonjour à tous', media: under?.fileOf === undefined ? [] : [under.fileOf('phare')], ...more })
    let later = 0
    let answers: unknown[] = []
    let odd: { readonly call: number; readonly answer: OddAnswer } | null = null
    const rig = await startNetworkRig(name, {
      clock: { now: () => Date.now() + later, after: () => () => undefined },
      change: (_request, answer) => {
        answers.push(answer.json)
        return odd?.call === answers.length - 1 ? { ...answer, json: odd.answer.json } : answer
      }
    })
    const { scheduler } = rig.adapter
    if (scheduler === undefined) throw new Error('this network publishes nothing by itself')
    const dueAt = Math.floor((Date.now() + 3 * day) / 60_000) * 60_000
    const there = valueOf(await scheduler.handOver(rig.session, draft, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12', dueAt }))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    later = longLater
    // Found by what it says: the network's own memory of the upload is not asked.
    const intent = { idempotencyKey: '7d1c6b0a-0f55-4c39-8a06-8a2f0a9b5f77', dueAt, sentAt: Date.now() }
    const looks = {
      find: () => scheduler.find(rig.session, draft, intent),
      read: () => scheduler.read(rig.session, draft, there)
    }
    const wrong: string[] = []
    for (const [how, look] of Object.entries(looks)) {
      answers = []
      odd = null
      expect(valueOf(await look())).toEqual(there)
      for (const [call, told] of answers.entries()) {
        for (const answer of oddAnswersOf(told)) {
          odd = { call, answer }
          answers = []
          const looked = await look()
          if (looked.ok && (looked.value.kind === 'gone' || looked.value.kind === 'published')) wrong.push(`${name}: ${how}: ${answer.what}`)
        }
      }
    }
    expect(wrong.filter((each) => !ordinary.includes(each))).toEqual([])
  })
})
