import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { discordForum } from './discord-forum-under-test.ts'
import { startNetworkRig } from './network-rig.ts'
import { seededChance, spoiltBy } from './odd-answers.ts'

const networks = [...adaptersUnderTest, discordForum]
const clock = {
  now: () => Date.now(),
  after: (_: number, callback: () => void) => {
    const timer = setImmediate(callback)
    return () => clearImmediate(timer)
  }
}
const rounds = 24
/** Of a hundred values so many are another thing. */
const shares = [0.02, 0.08, 0.2] as const

type Rig = Awaited<ReturnType<typeof startNetworkRig>>

function draftFor(name: string, text: string): Draft {
  const under = networks.find((each) => each.name === name)
  const file = under?.fileOf?.('phare') ?? (under?.needsPicture === true ? pictureOf('x') : null)
  return draftOf(text, { title: `${text}, un titre assez long`, media: file === null ? [] : [file] })
}

/** What changes nothing there. */
async function lookAround({ adapter: { publisher, inbox, figures }, session }: Rig, draft: Draft, remoteId: string): Promise<readonly unknown[]> {
  const sentAt = Date.now() - 60_000
  return [
    await publisher.findPublished(session, draft, { idempotencyKey: randomUUID(), intentAt: sentAt, sentAt, since: sentAt, isAnothers: () => false }),
    await publisher.listLast?.(session, { isAnswer: false, isMessage: false }),
    await publisher.isPassedOn?.(session, { remoteId }),
    await inbox?.fetchSince(session, null),
    await figures?.ofPost?.(session, remoteId),
    await figures?.ofAccount?.(session)
  ]
}

async function lookBeside({ adapter: { pins, ...adapter }, session }: Rig, draft: Draft, remoteId: string): Promise<readonly unknown[]> {
  return [
    await pins?.read(session, remoteId),
    await adapter.readBack?.(session, remoteId, { ...draft, media: [] }),
    await adapter.findPeople?.(session, 'lea'),
    await adapter.readLimits?.(session),
    await adapter.readTerms?.(session)
  ]
}

async function act({ adapter: { publisher, pins }, session }: Rig, draft: Draft, remoteId: string): Promise<readonly unknown[]> {
  return [
    await pins?.set(session, { remoteId, isPinned: true, instead: null }),
    await publisher.passOn?.(session, { remoteId }),
    await publisher.act?.(session, { act: 'hide', remoteId }),
    await publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() })
  ]
}

describe('a network of whose answers any part is any thing', () => {
  it.each(networks.map(({ name }) => name))('%s: each call ends with a value, asks for no place outside, and tells no secret', { timeout: 60_000 }, async (name) => {
    const chance = seededChance(7)
    let share = 0
    const rig = await startNetworkRig(name, { clock, change: (_, answer) => (share === 0 ? answer : { ...answer, json: spoiltBy(answer.json, chance, share) }) })
    const draft = (text: string): Draft => draftFor(name, text)
    const first = await rig.send(draft('Bonjour'))
    const { remoteId } = valueOf(first)
    let told = 0
    for (let round = 0; round < rounds; round += 1) {
      share = shares[round % shares.length] ?? 0
      const results = [...(await lookAround(rig, draft('Bonjour'), remoteId)), ...(await lookBeside(rig, draft('Bonjour'), remoteId)), ...(await act(rig, draft(`Encore ${round}`), remoteId))]
      for (const result of results) if (result !== undefined) expect(result).toHaveProperty('ok', expect.any(Boolean))
      expect(JSON.stringify(results)).not.toContain('top-secret')
      expect(rig.server.requests.slice(told).filter(({ path }) => /\/\.\.(\/|$)|\/me\?x/.test(path) || path.length > 4000).map(({ path }) => path)).toEqual([])
      told = rig.server.requests.length
    }
  })
})
