import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { asksFirst, decisionsFor, decisionWord } from '../../../renderer/features/queue/job-decisions.ts'
import { jobStatus } from '../../../renderer/features/queue/job-status.ts'
import { actionWord } from '../../../renderer/features/queue/story/story-place.ts'
import { tellStory, type Situation, type ToldJob } from '../../../renderer/features/queue/story/tell-story.ts'
import { actionKey, nextKey, safeKey, whatKey } from '../../../renderer/features/queue/story/word-keys.ts'
import { english, french } from '../../../renderer/language/catalogues.ts'
import { errorDetails, errorPlace } from '../../../renderer/language/error-details.ts'
import { studioError, studioErrorCodes, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { cancelReasons } from '../../../shared/outbox/cancel-reason.ts'
import { jobStates, type JobState } from '../../../shared/outbox/job.ts'

const calm: Situation = { isOnHold: false, isWorkingOffline: false, mayHaveArrived: false, isByHand: false }
const job = (state: JobState, changes: Partial<ToldJob> = {}): ToldJob => ({ state, attempts: 0, failure: null, nextAttemptAt: null, handOver: null, cancelReason: null, remoteUrl: null, ...changes })
const because = (code: StudioErrorCode | null, details?: Record<string, string>): Pick<ToldJob, 'failure'> => ({ failure: code === null ? null : studioError(code, '', details === undefined ? {} : { details }) })

const no = studioError('refused_by_client', '', { details: { by: 'Claire', comment: 'Not so' } })
const noForGood = studioError('refused_by_client', '', { details: { by: 'Claire', comment: '', needsYes: true } })

const situations = [false, true].flatMap((isOnHold) => [false, true].flatMap((isWorkingOffline) => [false, true].flatMap((mayHaveArrived) => [false, true].map((isByHand): Situation => ({ isOnHold, isWorkingOffline, mayHaveArrived, isByHand })))))
const places = [{ postId: 'p', conversationId: null }, { postId: null, conversationId: 'c' }, { postId: null, conversationId: null }]
const kinds = [{ kind: 'publish_post' }, { kind: 'reply' }, { kind: 'reply', isPrivate: true }, { kind: 'block' }] as const
const at = (texts: unknown, key: string): unknown => key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], texts)
const codes = [null, ...studioErrorCodes]

/** Of a no or a yes that is missing, the answer stands as well. */
const stopFor = (code: StudioErrorCode | null): Pick<ToldJob, 'stop'> => (code === 'approval_missing' || code === 'refused_by_client' ? { stop: studioError(code, '') } : {})

/** Everything that decides which words are said. */
const variants = (state: JobState, code: StudioErrorCode | null): readonly ToldJob[] =>
  [null, 5].flatMap((nextAttemptAt) =>
    [null, ...cancelReasons].flatMap((cancelReason) =>
      [null, 'with_network' as const].flatMap((handOver) => [null, 'https://there.example/1'].map((remoteUrl) => job(state, { ...stopFor(code), ...because(code), nextAttemptAt, cancelReason, handOver, remoteUrl, ...(code === null ? {} : { part: { number: 2, of: 3 } }) })))
    )
  )

/** Every story that can be told of a job in a state, once each: three hundred thousand ways lead to a few hundred of them, so they are walked once for both languages. */
const storiesOf = remembered((state: JobState) => {
  const told = new Map(codes.flatMap((code) => variants(state, code).flatMap((each) => situations.map((situation) => [situation.isByHand, tellStory(each, situation)] as const))).map((each) => [JSON.stringify(each), each]))
  return [...told.values()].map(([isByHand, story]) => ({ isByHand, story }))
})

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>()
  return (key) => {
    const value = found.get(key) ?? find(key)
    found.set(key, value)
    return value
  }
}

describe.each([['English', english], ['French', french]] as const)('in %s', (_name, { ledger, errors }) => {
  test.each(jobStates.map((state) => [state] as const))('every reason of a job that is %s has its sentences and its button', (state) => {
    const silent = storiesOf(state).filter(({ story: { what, fault, safe, remedy, action } }) => {
      const keys = kinds.flatMap((kind) => [whatKey(what, kind), safeKey(safe, kind), nextKey(remedy, kind), ...places.map((place) => actionKey(actionWord(action, place), kind))])
      const texts = [...(fault === 'nobody' ? [] : [ledger.fault[fault]]), ...keys.map((key) => at(ledger, key))]
      return !texts.every((text) => typeof text === 'string' && text.length > 3)
    })
    expect(silent).toEqual([])
    expect(studioErrorCodes.filter((code) => errors[code].what.length < 4)).toEqual([])
  })
})

/** As the page says them, through i18next and with nothing but what each error tells by itself. */
test.each([['en', english], ['fr', french]] as const)('in %s no sentence shows a key, a brace or an empty place', async (language, catalogue) => {
  const texts = createInstance()
  await texts.init({ lng: language, resources: { [language]: catalogue }, interpolation: { escapeValue: false } })
  const t = texts.getFixedT(language, ['ledger', 'errors', 'reasons'])
  const { ledger } = catalogue
  const sentences = (['what', 'fault', 'safe', 'next', 'action'] as const).flatMap((head) => Object.keys(ledger[head]).map((word) => [`${head}.${word}`, t(`${head}.${word}` as 'what.out', { before: 1, old: '11:00', wished: '15:00' })]))
  const reasons = studioErrorCodes.flatMap((code) => {
    const error = studioError(code, '')
    return (['what', 'next'] as const).map((part) => [`${code}.${part}`, t(`${errorPlace(error)}.${part}`, errorDetails(error, () => '10:00'))])
  })
  expect([...sentences, ...reasons].filter(([key = '', text = '']) => text.length < 4 || text.includes('{{') || text.endsWith(key) || /\bundefined\b|\bnull\b|[a-z]_[a-z]/.test(text))).toEqual([])
})

test('the button does something there and then: there is a hold to lift, an address to see, a line to open again', () => {
  const idle = jobStates.flatMap((state) =>
    codes.flatMap((code) =>
      variants(state, code).flatMap((told) =>
        situations.flatMap((situation) => {
          const { action } = tellStory(told, situation)
          const isIdle = (action === 'lift_hold' && !situation.isOnHold) || (action === 'go_online' && !situation.isWorkingOffline) || (action === 'see_it' && told.remoteUrl === null)
          return isIdle ? [`${state} ${String(code)} ${action}`] : []
        })
      )
    )
  )
  expect(idle).toEqual([])
})

test('the button only does what can be decided in that state, and sends nothing that may be out', () => {
  const elsewhere: ReadonlySet<string> = new Set(['open', 'see_it', 'go_online', 'lift_hold', 'reconnect'])
  const wrong = jobStates.flatMap((state) =>
    codes.flatMap((code) =>
      variants(state, code).flatMap((told) =>
        situations.flatMap((situation) => {
          const { action } = tellStory(told, situation)
          const isRight = elsewhere.has(action) || (state === 'unknown_outcome' ? action === 'look_again' : decisionsFor(told).some((decision) => decision === action))
          return isRight ? [] : [`${state} ${String(code)} ${action}`]
        })
      )
    )
  )
  expect(wrong).toEqual([])
})

test.each([['no yes', studioError('approval_missing', ''), 'look_lacks_yes'], ['a no', no, 'look_refused'], ['a no for good', noForGood, 'look_refused']] as const)('what may be out and has %s is looked for by the person, and they hear why it is not sent again', (_name, stop, remedy) => {
  const unknown = job('unknown_outcome', { stop })
  expect(tellStory(unknown, calm)).toMatchObject({ what: 'unknown', safe: 'perhaps_out', remedy, action: 'look_again' })
  expect(decisionsFor(unknown)).toEqual(['look_again', 'it_is_there', 'drop'])
})

test.each([['en', english, /publish/i], ['fr', french, /publi/i]] as const)('in %s nothing says of a private message that it is published', (_language, catalogue, wrong) => {
  const reply = { kind: 'reply', isPrivate: true } as const
  const out = { state: 'published', attempts: 1, failure: null, nextAttemptAt: null, handOver: null, cancelReason: null } as const
  const { ledger } = catalogue
  const sayable = jobStates.flatMap((state) => storiesOf(state).filter(({ isByHand }) => !isByHand).map(({ story }) => story))
  const keys = new Set(sayable.filter(({ what }) => what !== 'handed_over').flatMap((story) => [whatKey(story.what, reply), safeKey(story.safe, reply), nextKey(story.remedy, reply), actionKey(actionWord(story.action, { postId: null, conversationId: 'c' }), reply)]))
  const forPosts = ['next.approve']
  expect([...keys].filter((key) => !forPosts.includes(key) && wrong.test(String(at(ledger, key))))).toEqual([])
  expect(catalogue.components.status[jobStatus({ ...out, ...reply })]).toMatch(/^(Sent|Envoyé)$/)
})

describe('what people ask about', () => {
  test.each<[string, ToldJob, Partial<Situation>, object]>([
    ['in doubt, and its account is gone', { ...job('unknown_outcome'), nextAttemptAt: null, failure: studioError('conflict', '', { details: { reason: 'account_removed' } }) }, {}, { what: 'unknown', fault: 'chosen', safe: 'perhaps_out', remedy: 'look_there', action: 'open' }],
    ['offline', job('waiting_for_network'), {}, { what: 'offline', fault: 'connection', safe: 'kept', remedy: 'wait_for_connection' }],
    ['working offline', job('waiting_for_network'), { isWorkingOffline: true }, { fault: 'chosen', action: 'go_online' }],
    ['planned', job('queued'), {}, { what: 'planned', remedy: 'wait_for_time', action: 'open' }],
    ['planned, on hold', job('queued'), { isOnHold: true }, { what: 'on_hold', fault: 'chosen', safe: 'kept', remedy: 'lift_before', action: 'lift_hold' }],
    ['planned, on hold and working offline', job('queued'), { isOnHold: true, isWorkingOffline: true }, { what: 'on_hold', action: 'lift_hold' }],
    ['planned, working offline', job('queued'), { isWorkingOffline: true }, { what: 'planned_offline', fault: 'chosen', safe: 'kept', remedy: 'go_online_before', action: 'go_online' }],
    ['tried before, on hold', job('queued', { attempts: 1 }), { isOnHold: true }, { what: 'on_hold', remedy: 'lift_hold' }],
    ['told to leave on the return, within its window', job('queued', { leavesUntil: 1 }), { isWorkingOffline: true }, { what: 'works_offline', remedy: 'go_online' }],
    ['tried before, working offline', job('queued', { attempts: 1 }), { isWorkingOffline: true }, { what: 'works_offline', remedy: 'go_online' }],
    ['a part that waits for another, working offline', job('queued', { part: { number: 2, of: 3 } }), { isWorkingOffline: true }, { action: 'go_online' }],
    ['unknown outcome, working offline', job('unknown_outcome', { nextAttemptAt: 9 }), { isWorkingOffline: true }, { what: 'looking', remedy: 'look_once_online', action: 'go_online' }],
    ['taken back in doubt, working offline', job('unknown_outcome', { nextAttemptAt: 9, cancelReason: 'taken_back' }), { isWorkingOffline: true }, { what: 'withdrawn', remedy: 'look_once_online' }],
    ['at work there, working offline', job('pending_at_network', { nextAttemptAt: 9 }), { isWorkingOffline: true }, { what: 'pending', remedy: 'look_once_online' }],
    ['with its network, working offline', job('pending_at_network', { handOver: 'with_network' }), { isWorkingOffline: true }, { what: 'handed_over', remedy: 'computer_may_be_off' }],
    ['rate limited until', job('queued', { ...because('rate_limited'), nextAttemptAt: 9 }), {}, { what: 'retry', fault: 'network', remedy: 'goes_on' }],
    ['rate limited for too long', job('failed', because('rate_limited')), {}, { remedy: 'after_limit', action: 'try_again' }],
    ['token expired', job('failed', because('auth_expired')), {}, { fault: 'access', action: 'reconnect' }],
    ['token revoked', job('failed', because('auth_revoked')), {}, { fault: 'access', action: 'reconnect' }],
    ['the app of one’s own is gone', job('failed', because('own_app_missing')), {}, { fault: 'access', action: 'reconnect' }],
    ['the app of one’s own is not known', job('failed', because('own_app_refused')), {}, { fault: 'access', action: 'reconnect' }],
    ['unknown outcome, without the app', job('unknown_outcome', because('own_app_missing')), {}, { fault: 'access', action: 'reconnect' }],
    ['rejected', job('failed', because('rejected')), {}, { fault: 'post', remedy: 'mend_post', action: 'open' }],
    ['what it answers is gone', job('failed', because('rejected', { reason: 'gone' })), {}, { remedy: 'gone_there', action: 'drop' }],
    ['media refused', job('failed', because('media_refused')), {}, { fault: 'post', remedy: 'mend_media', action: 'open' }],
    ['server error', job('failed', because('server_error')), {}, { fault: 'network', remedy: 'try_again' }],
    ['changed API', job('failed', because('unexpected_answer')), {}, { fault: 'network', remedy: 'changed_api' }],
    ['unknown outcome, looked for', job('unknown_outcome', { nextAttemptAt: 9 }), {}, { what: 'looking', safe: 'perhaps_out', remedy: 'being_looked_for' }],
    ['unknown outcome, asked', job('unknown_outcome'), {}, { what: 'unknown', safe: 'perhaps_out', remedy: 'look_yourself', action: 'look_again' }],
    ['unknown outcome, logged out', job('unknown_outcome', because('auth_revoked')), {}, { action: 'reconnect' }],
    ['taken back in doubt', job('unknown_outcome', { nextAttemptAt: 9, cancelReason: 'taken_back' }), {}, { what: 'withdrawn' }],
    ['held, while the hold stands', job('held', because('on_hold')), { isOnHold: true }, { what: 'held', action: 'lift_hold' }],
    ['held, afterwards', job('held', because('on_hold')), {}, { action: 'publish_now' }],
    ['missed', job('missed'), {}, { fault: 'computer', action: 'publish_now' }],
    ['missed, while a hold stands', job('missed'), { isOnHold: true }, { what: 'missed', remedy: 'lift_hold', action: 'lift_hold' }],
    ['over its cap, while a hold stands', job('held', because('over_cap')), { isOnHold: true }, { action: 'lift_hold' }],
    ['failed, while a hold stands', job('failed', because('server_error')), { isOnHold: true }, { what: 'failed', fault: 'network', action: 'lift_hold' }],
    ['by hand and planned, working offline', job('queued'), { isWorkingOffline: true, isByHand: true }, { what: 'planned', remedy: 'wait_for_time' }],
    ['waiting for approval', job('held', { ...because('approval_missing'), stop: studioError('approval_missing', '') }), { isOnHold: true }, { remedy: 'approve', action: 'open' }],
    ['held for a yes that has come since', job('held', because('approval_missing')), {}, { what: 'held', action: 'publish_now' }],
    ['with its network', job('pending_at_network', { handOver: 'with_network' }), {}, { what: 'handed_over', safe: 'with_network' }],
    ['out, address known', job('published', { remoteUrl: 'https://there.example/1' }), {}, { what: 'out', action: 'see_it' }],
    ['out by the person’s own hand', job('published'), { isByHand: true }, { what: 'said_out', fault: 'nobody', safe: 'out' }],
    ['taken back too late', job('published', { cancelReason: 'taken_back' }), {}, { what: 'out_after_all' }],
    ['cancelled by an earlier version', job('cancelled'), {}, { what: 'not_recorded', safe: 'nothing_left' }],
    ['given up without knowing', job('cancelled', { cancelReason: 'given_up' }), { mayHaveArrived: true }, { what: 'given_up', safe: 'perhaps_out', remedy: 'look_there' }],
    ['a failed one that may be out', job('failed', because('auth_revoked')), { mayHaveArrived: true }, { safe: 'once' }]
  ])('%s', (_what, told, situation, expected) => {
    expect(tellStory(told, { ...calm, ...situation })).toMatchObject(expected)
  })

  test('each code has its own text for why', () => {
    for (const code of studioErrorCodes) expect(errorPlace(studioError(code, ''))).toBe(`errors:${code}`)
  })
})

test.each<[string, ToldJob, object]>([
    ['planned without the yes it needs', job('queued', { stop: studioError('approval_missing', '') }), { what: 'lacks_yes', fault: 'chosen', safe: 'kept', remedy: 'approve_before', action: 'open' }],
    ['planned, and the client said no', job('queued', { stop: no }), { what: 'refused', fault: 'nobody', safe: 'kept', remedy: 'change_or_send', action: 'open' }],
    ['planned where posts need a yes, and the client said no', job('queued', { stop: noForGood }), { what: 'refused', remedy: 'change_or_yes' }],
    ['held for the client’s no', job('held', { ...because('refused_by_client'), stop: no }), { what: 'refused', remedy: 'change_or_send', action: 'open' }],
    ['held for a no that has ended since', job('held', because('refused_by_client')), { what: 'held', action: 'publish_now' }],
    ['failed, and the client said no', job('failed', { ...because('server_error'), stop: no }), { what: 'refused', action: 'open' }],
    ['missed without the yes it needs', job('missed', { stop: studioError('approval_missing', '') }), { what: 'missed', fault: 'computer', remedy: 'approve', action: 'open' }],
    ['with its network, and the client said no', job('pending_at_network', { handOver: 'taking_back', stop: no }), { what: 'stopped_there', safe: 'with_network', remedy: 'called_back' }],
    ['on its way when the client said no', job('sending', { stop: no }), { what: 'sending' }]
])('%s', (_what, told, expected) => {
  expect(tellStory(told, calm)).toMatchObject(expected)
})

test('after the client’s no nothing is offered that would be refused, and sending it all the same only where no yes is needed', () => {
  for (const state of jobStates) for (const stop of [no, noForGood]) expect(decisionsFor({ state, failure: null, stop }).filter((decision) => ['publish_now', 'try_again', 'send_again'].includes(decision))).toEqual([])
  expect(decisionsFor({ state: 'held', failure: null, stop: no })).toEqual(['send_all_the_same', 'drop'])
  expect(decisionsFor({ state: 'queued', failure: null, stop: no })).toEqual(['send_all_the_same', 'drop'])
  expect(decisionsFor({ state: 'held', failure: null, stop: noForGood })).toEqual(['drop'])
  expect(decisionsFor({ state: 'sending', failure: null, stop: no })).toEqual([])
})

test.each([['queued', 'refused'], ['waiting_for_network', 'refused'], ['held', 'refused'], ['sending', 'sending'], ['unknown_outcome', 'unknown_outcome']] as const)('the mark of one that is %s after the client’s no: %s', (state, status) => {
  const facts = { kind: 'publish_post', state, attempts: 0, failure: null, nextAttemptAt: 9, handOver: null, cancelReason: null } as const
  expect(jobStatus({ ...facts, stop: no })).toBe(status)
  expect(jobStatus({ ...facts, stop: no }, 'hold')).toBe(status)
})

test('of an account that is gone nothing can be looked up or sent again', () => {
  const gone = studioError('conflict', '', { details: { reason: 'account_removed' } })
  expect(decisionsFor({ state: 'unknown_outcome', failure: gone })).toEqual(['it_is_there', 'drop'])
  expect(decisionsFor({ state: 'unknown_outcome', failure: null })).toContain('look_again')
})

test('a deletion in a conversation, of which nobody knows, is said to be gone or made again, and never “there”', () => {
  const unknown = { ...job('unknown_outcome'), kind: 'delete' as const }
  const told = tellStory(unknown, { isOnHold: false, isWorkingOffline: false, mayHaveArrived: true, isByHand: false })
  expect(told).toMatchObject({ remedy: 'look_or_repeat', action: 'send_again' })
  expect(decisionsFor(unknown).map((decision) => decision === 'publish_now' || decisionWord(decision, unknown))).toEqual(['delete_again', 'it_is_gone', 'drop'])
  // Twice is once: nothing to be asked about.
  expect(asksFirst('send_again', unknown)).toBe(false)
  expect(whatKey(told.what, { ...unknown, isPrivate: true })).toBe('deletion.what.unknown')
  expect(nextKey('by_hand', unknown)).toBe('deletion.message.by_hand')
  expect(decisionsFor({ ...unknown, kind: 'report' }).map((decision) => decision === 'publish_now' || decisionWord(decision, { kind: 'report' }))).toContain('it_is_done')
})

test('an answer, public or private, can be given no other hour, and none is offered', () => {
  expect(nextKey('decide', { kind: 'reply' })).toBe('sent.next.decide')
  expect(nextKey('decide', { kind: 'reply', isPrivate: true })).toBe('sent.next.decide')
  expect(nextKey('decide', { kind: 'publish_post' })).toBe('next.decide')
})
