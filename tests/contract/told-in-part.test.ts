import { expect, it } from 'vitest'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

type Told = Record<string, unknown>

const event: Partial<Draft> = { framing: { occasion: { kind: 'event', title: 'Grande marée', starts: '2030-01-01T10:00', ends: '2030-01-02T10:00' } } }

/** What a list says of our post, changed in each of its entries. */
function without(list: (json: Told) => unknown, change: (entry: Told) => void) {
  return (json: unknown): unknown => {
    const copy = structuredClone(json) as Told
    const entries = list(copy)
    if (Array.isArray(entries)) for (const entry of entries as readonly Told[]) change(entry)
    return copy
  }
}
const daysOf = ({ event: told }: Told, of: 'startDate' | 'endDate'): Told => (told as { schedule: Record<string, Told> }).schedule[of] ?? {}

it.each<[string, string, RegExp, ReturnType<typeof without>, Partial<Draft>]>([
  ['X', 'when it was made', /\/tweets$/, without(({ data }) => data, (entry) => delete entry['created_at']), {}],
  ['Facebook', 'when it was made', /\/published_posts$/, without(({ data }) => data, (entry) => delete entry['created_time']), {}],
  ['Discord, in a forum', 'whose it is', /\/threads\/active$/, without(({ threads }) => threads, (entry) => delete entry['owner_id']), {}],
  ['Discord, in a forum', 'where it stands', /\/threads\/active$/, without(({ threads }) => threads, (entry) => (entry['parent_id'] = null)), {}],
  ['Google Business Profile', 'the year of its event', /\/localPosts$/, without(({ localPosts }) => localPosts, (entry) => entry['event'] !== undefined && delete daysOf(entry, 'startDate')['year']), event],
  ['Google Business Profile', 'the day on which its event ends', /\/localPosts$/, without(({ localPosts }) => localPosts, (entry) => entry['event'] !== undefined && delete daysOf(entry, 'endDate')['day']), event]
])('what is out on %s is not taken for missing, and sent again, where it is not told %s', async (name, _what, list, change, more) => {
  let isTold = true
  const { send, find, network } = await startNetworkRig(name, { change: ({ method, path }, answer) => (isTold || method !== 'GET' || !list.test(path) ? answer : { ...answer, json: change(answer.json) }) })
  const draft = draftOf('Bonjour', { title: 'Bonjour à tous', ...more })
  const { remoteId } = valueOf(await send(draft))
  expect(valueOf(await find(draft))).toMatchObject({ remoteId })
  isTold = false
  const found = await find(draft)
  expect(found.ok ? found.value : 'failed').not.toBe('none')
  expect(network.visible()).toHaveLength(1)
})
