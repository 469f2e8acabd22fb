import { describe, expect, it } from 'vitest'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import { createFakeDiscourse } from './fake-discourse.ts'
import { startNetworkRig } from './network-rig.ts'

/** `ahead`: so far, in ms, our clock is before the forum's. */
async function rig({ ahead = 0, moderate = true } = {}) {
  const started = await startNetworkRig('Discourse', { network: createFakeDiscourse({ moderate }), clock: { now: () => Date.now() + ahead, after: () => () => undefined } })
  const { adapter, session, server } = started
  const act = (what: 'mute' | 'unmute' | 'block' | 'unblock', remoteId: string, minutes?: number) => adapter.publisher.act!(session, { act: what, remoteId, minutes })
  const asked = () => server.requests.findLast(({ method }) => method === 'PUT')!
  return { ...started, act, asked }
}

describe('what the staff of a forum does about an author', () => {
  it('keeps them from writing for as long as was chosen, by the forum’s own clock, and says for what', async () => {
    for (const ahead of [0, 3 * 3_600_000, -3 * 3_600_000]) {
      for (const minutes of [60, 43_200]) {
        const { network, act, asked, complaints, server } = await rig({ ahead })
        valueOf(await act('mute', network.hear('bonjour'), minutes))
        const { path, json } = asked()
        expect([path, Math.round((Date.parse(String(json['silenced_till'])) - Date.now()) / 60_000), json['reason']]).toEqual(['/admin/users/8/silence.json', minutes, `${server.url}/t/sujet/10/2`])
        expect([Object.keys(json).length, network.inForce(), complaints()]).toEqual([2, ['mute'], []])
      }
    }
  })

  it('keeps them out for good, which has a date there', async () => {
    const { network, act, asked, complaints } = await rig()
    valueOf(await act('block', network.hear('bonjour')))
    const { path, json } = asked()
    expect([path, Object.keys(json)]).toEqual(['/admin/users/8/suspend.json', ['suspend_until', 'reason']])
    expect(String(json['suspend_until'])).toBe(`${new Date().getUTCFullYear() + 100}-${new Date().toISOString().slice(5, 10)}`.replace(/-02-29$/, '-03-01'))
    expect([network.inForce(), complaints()]).toEqual([['block'], []])
  })

  it('lets them write, or come back, whether or not they were kept from it', async () => {
    const { network, act, asked, complaints } = await rig()
    const remoteId = network.hear('bonjour')
    for (const [what, end, call] of [['mute', 'unmute', 'unsilence'], ['block', 'unblock', 'unsuspend']] as const) {
      valueOf(await act(what, remoteId))
      expect(network.inForce()).toEqual([what])
      for (let times = 0; times < 2; times += 1) {
        valueOf(await act(end, remoteId))
        expect([network.inForce(), asked().path, asked().json]).toEqual([[], `/admin/users/8/${call}.json`, {}])
      }
    }
    expect(complaints()).toEqual([])
  })

  it('is never about what the account wrote itself', async () => {
    const { adapter, session, act, server } = await rig()
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour à tous', { title: 'Un sujet' }), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f62', intentAt: Date.now() }))
    for (const what of ['mute', 'unmute', 'block', 'unblock'] as const) expect(failureKind(await act(what, remoteId))).toBe('rejected')
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([])
  })

  it('is refused to everybody else, in the forum’s words', async () => {
    const { network, act } = await rig({ moderate: false })
    const remoteId = network.hear('bonjour')
    for (const what of ['mute', 'unmute', 'block', 'unblock'] as const) expect(await act(what, remoteId)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { status: 403, reason: 'You are not permitted to view the requested resource.' } } } })
    expect(network.inForce()).toEqual([])
  })

  it.each([true, false])('is told with the limits of the forum: %s', async (moderate) => {
    const { adapter, session, complaints } = await rig({ moderate })
    expect(valueOf(await adapter.readLimits!(session)).isStaff).toBe(moderate)
    expect(complaints()).toEqual([])
  })
})
