import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { counting, losingAnswers, twoWeeks, useBlueskyLoginRig } from './bluesky-login-rig.ts'
import { hasBlueskyServer } from './start-bluesky-server.ts'

interface BlueskyTokens {
  readonly key: { readonly d: string }
  readonly tokens: { readonly accessToken: string; readonly refreshToken: string; readonly accessEndsAt: number; readonly renewableUntil: number }
}
const tokensOf = (secret: string): BlueskyTokens => JSON.parse(secret) as BlueskyTokens
const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })

describe.skipIf(!hasBlueskyServer)('an account that was connected in the browser, on a real PDS', () => {
  const rig = useBlueskyLoginRig()

  it('posts with a picture, finds, likes, reposts and reads, as with an app password', async () => {
    const session = await rig.logIn()
    const intent = newIntent()
    const draft = draftOf(`par le navigateur ${intent.idempotencyKey}`, { media: [pictureOf('un point')] })
    const published = valueOf(await rig.adapter.publisher.publish(session, draft, intent))
    expect(valueOf(await rig.adapter.publisher.publish(session, draft, intent)).remoteId).toBe(published.remoteId)
    expect((await rig.lea.records('app.bsky.feed.post')).filter(({ value }) => value['text'] === draft.text)).toHaveLength(1)
    expect(valueOf(await rig.adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() }))).toEqual(published)

    const post = await rig.tom.post('aimez-moi')
    valueOf(await rig.adapter.publisher.setLiked!(session, { remoteId: post.uri, liked: true }))
    valueOf(await rig.adapter.publisher.act!(session, { act: 'repost', remoteId: post.uri }))
    expect([(await rig.lea.records('app.bsky.feed.like')).length, (await rig.lea.records('app.bsky.feed.repost')).length]).toEqual([1, 1])

    const { cursor } = await fetchAll(rig.adapter, session, null)
    const root = { uri: published.remoteId, cid: (await rig.lea.records('app.bsky.feed.post')).find(({ uri }) => uri === published.remoteId)!.cid }
    const answer = await rig.tom.reply('bravo', root)
    await rig.server.say({ from: rig.tom.did, to: rig.lea.did, text: 'en privé' })
    const { items } = await fetchAll(rig.adapter, session, cursor)
    expect(items.map(({ remoteId, text, kind }) => [remoteId === answer.uri, text, kind])).toContainEqual([true, 'bravo', 'comment'])
    expect(items.map(({ text }) => text)).toContain('en privé')
  })

  it('proves its key with every call, and the token alone opens nothing', async () => {
    const session = await rig.logIn()
    const { tokens } = tokensOf(session.secret)
    const asBearer = await fetch(`${rig.server.url}/xrpc/com.atproto.server.getSession`, { headers: { authorization: `Bearer ${tokens.accessToken}` } })
    expect(asBearer.status).toBeGreaterThanOrEqual(400)
    const other = await rig.logIn('tom')
    const stolen = JSON.stringify({ ...tokensOf(session.secret), key: tokensOf(other.secret).key })
    expect((await rig.adapter.connect.whoAmI(createSession('bluesky', { ...session.account, displayName: '', accessEndsAt: null }, stolen))).ok).toBe(false)
  })

  it('learns the server’s nonce by one refusal, which leaves no second post behind', async () => {
    const session = await rig.logIn()
    const { client, calls } = counting(rig.http)
    // Another start of Vigie: no nonce is known any more.
    const fresh = rig.adapterOver(client)
    const draft = draftOf(`nonce ${randomUUID()}`)
    valueOf(await fresh.publisher.publish(session, draft, newIntent()))
    valueOf(await fresh.publisher.publish(session, draftOf(`nonce ${randomUUID()}`), newIntent()))
    expect(calls).toEqual(['com.atproto.repo.putRecord', 'com.atproto.repo.putRecord', 'com.atproto.repo.putRecord'])
    expect((await rig.lea.records('app.bsky.feed.post')).filter(({ value }) => value['text'] === draft.text)).toHaveLength(1)
  })

  it('renews with a token that changes each time, and the end of the session stays where it was', async () => {
    const session = await rig.logIn()
    const before = tokensOf(session.secret)
    const renewed = valueOf(await rig.adapter.connect.renew!(session))
    const after = tokensOf(renewed.secret)
    expect(after.tokens.refreshToken).not.toBe(before.tokens.refreshToken)
    expect([after.key, after.tokens.renewableUntil, renewed.accessEndsAt]).toEqual([before.key, before.tokens.renewableUntil, before.tokens.renewableUntil])
    session.setSecret(renewed.secret)
    expect(valueOf(await rig.adapter.connect.whoAmI(session)).remoteId).toBe(rig.lea.did)
  })

  it('asks for a renewal of an access whose time is over, without trying it', async () => {
    const session = await rig.logIn()
    const { tokens, ...rest } = tokensOf(session.secret)
    const { client, calls } = counting(rig.http)
    const over = rig.adapterOver(client)
    session.setSecret(JSON.stringify({ ...rest, tokens: { ...tokens, accessEndsAt: Date.now() - 1 } }))
    expect(failureKind(await over.connect.whoAmI(session))).toBe('auth_expired')
    expect(calls).toEqual([])
    session.setSecret(valueOf(await over.connect.renew!(session)).secret)
    expect(valueOf(await over.connect.whoAmI(session)).remoteId).toBe(rig.lea.did)
  })

  it('loses nothing while the clock of this computer is wrong', async () => {
    const session = await rig.logIn()
    const wrong = rig.adapterOver(rig.http, () => Date.now() - 3_600_000)
    const draft = draftOf(`clock ${randomUUID()}`)
    const intent = newIntent()
    expect(failureKind(await wrong.publisher.publish(session, draft, intent))).toBe('server_error')
    expect(failureKind(await wrong.connect.renew!(session))).toBe('server_error')
    expect(valueOf(await rig.adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() }))).toBe('none')
    session.setSecret(valueOf(await rig.adapter.connect.renew!(session)).secret)
    valueOf(await rig.adapter.publisher.publish(session, draft, intent))
  })

  it('says that the user has to sign in again when the answer to a renewal was lost', async () => {
    const session = await rig.logIn()
    expect(failureKind(await rig.adapterOver(losingAnswers(rig.http, '/oauth/token')).connect.renew!(session))).toBe('server_error')
    expect(await rig.adapter.connect.renew!(session)).toMatchObject({ ok: false, failure: { kind: 'auth_revoked', error: { code: 'auth_revoked' } } })
  })

  it('hears that the session was ended, at the network or by us', async () => {
    const session = await rig.logIn()
    expect(valueOf(await rig.adapter.connect.revoke(session))).toBeNull()
    expect(failureKind(await rig.adapter.connect.whoAmI(session))).toBe('auth_expired')
    expect(await rig.adapter.connect.renew!(session)).toMatchObject({ ok: false, failure: { kind: 'auth_revoked', error: { code: 'auth_revoked' } } })
  })

  it('says that the user has to sign in again when the two weeks are over, and works until then', async () => {
    const session = await rig.logIn()
    await rig.server.letLoginsAge(twoWeeks - 3_600_000)
    session.setSecret(valueOf(await rig.adapter.connect.renew!(session)).secret)
    expect(valueOf(await rig.adapter.connect.whoAmI(session)).remoteId).toBe(rig.lea.did)
    await rig.server.letLoginsAge(3_600_000)
    expect(failureKind(await rig.adapter.connect.whoAmI(session))).toBe('auth_expired')
    expect(await rig.adapter.connect.renew!(session)).toMatchObject({ ok: false, failure: { kind: 'auth_revoked', error: { code: 'auth_revoked' } } })
  })
})
