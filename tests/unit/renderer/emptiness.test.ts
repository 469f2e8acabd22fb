import { describe, expect, it } from 'vitest'
import { emptyInbox, type EmptyInboxFacts } from '../../../renderer/features/inbox/empty-inbox.ts'
import { initialFilter } from '../../../renderer/features/inbox/inbox-filter.ts'
import { emptyReading } from '../../../renderer/features/watch/empty-reading.ts'
import { feedReading } from '../../../renderer/features/watch/feed-reading.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Feed } from '../../../shared/watch/feed.ts'

const account: Account = {
  id: 'a', networkId: 'mastodon', handle: '@vigie', displayName: 'Vigie', serverUrl: 'https://social.example', remoteId: '1', state: 'connected', accessEndsAt: null,
  serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, lastCheckedAt: null, connectedAt: 0
}
const asked = { accountId: 'a', state: 'ready', asOf: 1, errorCode: null } as const
const facts: EmptyInboxFacts = { filter: initialFilter, accounts: [account], freshness: [asked], connection: 'online' }

describe('an empty inbox', () => {
  it('is all answered only when everybody connected was asked', () => {
    expect(emptyInbox(facts)).toEqual({ kind: 'view', view: 'open' })
    expect(emptyInbox({ ...facts, accounts: [] })).toEqual({ kind: 'unconnected' })
    expect(emptyInbox({ ...facts, freshness: [{ ...asked, state: 'polling', asOf: null }] })).toEqual({ kind: 'first_look' })
    for (const connection of ['offline', 'working_offline'] as const) expect(emptyInbox({ ...facts, freshness: [{ ...asked, state: 'suspended', asOf: null }], connection })).toEqual({ kind: 'waiting' })
    expect(emptyInbox({ ...facts, freshness: [{ ...asked, state: 'error', errorCode: 'timeout' }] })).toEqual({ kind: 'unreadable', handle: '@vigie' })
    expect(emptyInbox({ ...facts, accounts: [{ ...account, state: 'needs_login' }] })).toEqual({ kind: 'unreadable', handle: '@vigie' })
  })

  it('awaits a first look without a network only from an account on this computer', () => {
    const practice = { ...account, id: 'p', serverUrl: 'http://practice.localhost' }
    const never = { ...asked, state: 'polling', asOf: null } as const
    const both = { ...facts, accounts: [account, practice], connection: 'offline' } as const
    expect(emptyInbox({ ...both, freshness: [asked, { ...never, accountId: 'p' }] })).toEqual({ kind: 'first_look' })
    expect(emptyInbox({ ...both, freshness: [never, { ...asked, accountId: 'p' }] })).toEqual({ kind: 'waiting' })
    expect(emptyInbox({ ...both, connection: 'working_offline', freshness: [asked, { ...never, accountId: 'p' }] })).toEqual({ kind: 'waiting' })
  })

  it('says that a filter hides the rest', () => {
    expect(emptyInbox({ ...facts, filter: { ...initialFilter, kind: 'mention' } })).toEqual({ kind: 'filtered' })
    expect(emptyInbox({ ...facts, filter: { ...initialFilter, accountId: 'a' } })).toEqual({ kind: 'filtered' })
  })

  it('knows what was put off or settled without asking anybody', () => {
    for (const view of ['snoozed', 'done'] as const) expect(emptyInbox({ ...facts, accounts: [], freshness: [], filter: { ...initialFilter, view } })).toEqual({ kind: 'view', view })
  })
})

const feed = (changes: Partial<Feed>): Feed => ({ id: 'f', url: 'https://x.example/', title: 'X', siteUrl: null, folder: '', lastFetchedAt: 1, firstReadAt: 1, failure: null, unread: 0, ...changes })
const gone = studioError('feed_gone', 'gone')
const all = { source: { kind: 'all' }, unreadOnly: false } as const

describe('a feed', () => {
  it('is followed once it was read, and not before', () => {
    expect(feedReading(feed({}), true)).toEqual({ kind: 'read' })
    expect(feedReading(feed({ firstReadAt: null }), true)).toEqual({ kind: 'first_reading' })
    expect(feedReading(feed({ firstReadAt: null }), false)).toEqual({ kind: 'waiting' })
    expect(feedReading(feed({ firstReadAt: null, failure: gone }), true)).toEqual({ kind: 'never_read', error: gone })
    expect(feedReading(feed({ failure: gone }), true)).toEqual({ kind: 'failing', error: gone })
  })
})

describe('an empty reading list', () => {
  const unread = feed({ id: 'new', firstReadAt: null })
  const lost = feed({ id: 'lost', firstReadAt: null, failure: gone })

  it('is all read only when something was read', () => {
    expect(emptyReading({ ...all, unreadOnly: true }, [feed({}), lost], true)).toEqual({ kind: 'all_read' })
    expect(emptyReading(all, [feed({})], true)).toEqual({ kind: 'no_items' })
    expect(emptyReading({ ...all, unreadOnly: true }, [unread, lost], true)).toEqual({ kind: 'first_reading' })
    expect(emptyReading(all, [unread], false)).toEqual({ kind: 'waiting' })
  })

  it('says why a feed was never read, and which one it is when it is one', () => {
    expect(emptyReading({ source: { kind: 'feed', feedId: 'lost' }, unreadOnly: false }, [feed({}), lost], true)).toEqual({ kind: 'never_read', error: gone, feed: lost })
    expect(emptyReading(all, [lost, feed({ id: 'other', firstReadAt: null, failure: gone })], true)).toEqual({ kind: 'never_read', error: gone, feed: null })
    expect(emptyReading({ source: { kind: 'folder', folder: 'A' }, unreadOnly: false }, [feed({ folder: 'B' }), { ...lost, folder: 'A' }], true)).toMatchObject({ kind: 'never_read' })
  })

  it('of stars and queries says that there is none yet', () => {
    expect(emptyReading({ source: { kind: 'starred' }, unreadOnly: false }, [unread], true)).toEqual({ kind: 'nothing_starred' })
    expect(emptyReading({ source: { kind: 'rule', ruleId: 'r' }, unreadOnly: false }, [feed({})], true)).toEqual({ kind: 'no_match' })
    expect(emptyReading({ source: { kind: 'rule', ruleId: 'r' }, unreadOnly: true }, [feed({})], true)).toEqual({ kind: 'all_read' })
  })
})
