import { ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import type { Status } from './mastodon-network.ts'
import type { Standing } from './torture-network.ts'

/** Which request puts what in force, and which takes it back. */
const words: Readonly<Record<string, { readonly what: Standing['what']; readonly isOn: boolean }>> = {
  favourite: { what: 'like', isOn: true },
  unfavourite: { what: 'like', isOn: false },
  reblog: { what: 'repost', isOn: true },
  unreblog: { what: 'repost', isOn: false },
  mute: { what: 'mute', isOn: true },
  unmute: { what: 'mute', isOn: false },
  block: { what: 'block', isOn: true },
  unblock: { what: 'block', isOn: false }
}

interface Order {
  readonly what: Standing['what']
  readonly isOn: boolean
  readonly about: string
}

export interface MastodonActs {
  /** null: it is none. */
  subjectOf(request: FakeRequest): string | null
  answer(account: string, request: FakeRequest): FakeAnswer | null
  standings(): readonly Standing[]
}

/** Likes, reposts, mutes, blocks and reports: https://docs.joinmastodon.org/methods/. Each author said one thing, so that what is about the author is about that. */
export function createMastodonActs(statuses: ReadonlyMap<string, Status>): MastodonActs {
  const inForce = new Map<string, Standing>()

  function orderOf({ method, path, json }: FakeRequest): Order | null {
    if (method !== 'POST') return null
    const [, place, id, word] = /^\/api\/v1\/(statuses|accounts)\/([^/]+)\/([a-z]+)$/.exec(path) ?? []
    if (path === '/api/v1/reports') return { what: 'report', isOn: true, about: markOfStatus(String((json['status_ids'] as string[])[0])) }
    const order = words[word ?? '']
    if (order === undefined || id === undefined) return null
    return { ...order, about: place === 'statuses' ? markOfStatus(id) : markOfAuthor(id) }
  }

  const markOfStatus = (id: string): string => markOf(statuses.get(id)?.text ?? '')
  const markOfAuthor = (id: string): string => markOf([...statuses.values()].find(({ account }) => account === id)?.text ?? '')

  return {
    subjectOf(request) {
      const order = orderOf(request)
      return order === null ? null : `${order.about} ${order.what}`
    },
    answer(account, request) {
      const order = orderOf(request)
      if (order === null) return null
      const { what, about, isOn } = order
      const key = `${account} ${what} ${about}`
      const times = what === 'report' ? (inForce.get(key)?.times ?? 0) + 1 : 1
      if (isOn) inForce.set(key, { kind: 'header_key', account, what, about, times })
      else inForce.delete(key)
      return ok({})
    },
    standings: () => [...inForce.values()]
  }
}
