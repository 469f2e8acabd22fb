import { ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import type { Stored } from './bluesky-network.ts'
import type { Standing } from './torture-network.ts'

/** Records of ours that say something about a post, or about its author. */
const kept: Readonly<Record<string, Standing['what']>> = { 'app.bsky.feed.like': 'like', 'app.bsky.feed.repost': 'repost', 'app.bsky.graph.block': 'block' }

export interface BlueskyActs {
  /** With the account; null: it is no act. */
  subjectOf(method: string, json: FakeRequest['json']): string | null
  answer(did: string, method: string, json: FakeRequest['json']): FakeAnswer | null
  standings(): readonly Standing[]
}

/** Likes, reposts and blocks are records; mutes and reports are the AppView's: https://docs.bsky.app/docs/api/ */
export function createBlueskyActs(records: ReadonlyMap<string, Stored>): BlueskyActs {
  const muted = new Map<string, Standing>()
  const reports = new Map<string, Standing>()

  const markOfAuthor = (did: string): string => markOfRecord([...records.values()].find(({ uri }) => uri.startsWith(`at://${did}/`)))

  function aboutOf(subject: unknown): string {
    if (typeof subject === 'string') return markOfAuthor(subject)
    return markOfRecord(records.get((subject as { uri: string }).uri))
  }

  function standingOf({ uri, value }: Stored): readonly Standing[] {
    const [, , account = '', collection = ''] = uri.split('/')
    const what = kept[collection]
    return what === undefined ? [] : [{ kind: 'client_id', account, what, about: aboutOf(value['subject']), times: 1 }]
  }

  return {
    subjectOf(method, json) {
      const isRecord = method === 'com.atproto.repo.putRecord' || method === 'com.atproto.repo.deleteRecord'
      if (isRecord && kept[String(json['collection'])] !== undefined) return `${String(json['repo'])} ${String(json['collection'])} ${String(json['rkey'])}`
      return /(?:un)?muteActor$|createReport$/.test(method) ? `${method} ${JSON.stringify(json)}` : null
    },
    answer(did, method, json) {
      const key = `${did} ${JSON.stringify(json['actor'] ?? json['subject'])}`
      switch (method) {
        case 'app.bsky.graph.muteActor':
          muted.set(key, { kind: 'client_id', account: did, what: 'mute', about: markOfAuthor(String(json['actor'])), times: 1 })
          return ok({})
        case 'app.bsky.graph.unmuteActor':
          muted.delete(key)
          return ok({})
        case 'com.atproto.moderation.createReport':
          reports.set(key, { kind: 'client_id', account: did, what: 'report', about: aboutOf(json['subject']), times: (reports.get(key)?.times ?? 0) + 1 })
          return ok({ id: reports.size })
        default:
          return null
      }
    },
    standings: () => [...[...records.values()].flatMap(standingOf), ...muted.values(), ...reports.values()]
  }
}

export function markOfRecord(stored: Stored | undefined): string {
  const text = stored?.value['text']
  return markOf(typeof text === 'string' ? text : '')
}
