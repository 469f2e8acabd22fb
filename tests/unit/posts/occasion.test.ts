import { describe, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { placeOfProblem } from '../../../renderer/features/composer/jump/place-of-problem.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkOccasionHours, occasionsOf } from '../../../shared/posts/check-occasion.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { changeBetween, isSameToTheEye, comparePosts } from '../../../shared/posts/compare-posts.ts'
import { newOccasion, type Occasion } from '../../../shared/posts/occasion.ts'
import { framingAsSent, framingKept, isSameFraming } from '../../../shared/posts/post-framing.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { searchTextOf } from '../../../shared/posts/search-text.ts'
import { defaultVoice } from '../../../shared/voice/voice.ts'
import { voiceProblems } from '../../../shared/voice/voice-problems.ts'

const place: Account = ({ id: 'a', networkId: 'google_business', remoteId: 'accounts/1/locations/2', handle: 'Le Comptoir', displayName: 'Le Comptoir', serverUrl: 'https://mybusiness.googleapis.com', state: 'connected', serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }) as Partial<Account> as Account
const event: Occasion = { kind: 'event', title: 'Huîtres', starts: '2026-12-05T11:00', ends: '2026-12-05T18:00' }
const offer: Occasion = { ...event, kind: 'offer', coupon: 'HUITRES', redeemAt: 'https://example.org/o', conditions: 'Une fois par table' }
const contentWith = (occasion: Occasion | undefined): PostContent => ({ title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Venez' }] }] }, media: [], targets: [{ accountId: 'a', variant: null, ...(occasion === undefined ? {} : { framing: { occasion } }) }] })
const codes = (occasion: Occasion): readonly string[] => checkPost(contentWith(occasion), [place], capabilitiesOf, []).map(({ severity, code }) => `${severity} ${code}`)

describe('an event or an offer', () => {
  test.each<readonly [name: string, occasion: Occasion, expected: readonly string[]]>([
    ['whole', event, []],
    ['an offer with all it may have', offer, []],
    ['an offer with nothing more', { ...event, kind: 'offer' }, []],
    ['just begun', newOccasion('event'), ['stop occasion_title_missing', 'stop occasion_hours_missing']],
    ['a title of spaces', { ...event, title: '  ' }, ['stop occasion_title_missing']],
    ['a title of 58 signs', { ...event, title: '🦪'.repeat(58) }, []],
    ['a title of 59', { ...event, title: '🦪'.repeat(59) }, ['stop occasion_title_too_long']],
    ['without an end', { ...event, ends: '' }, ['stop occasion_hours_missing']],
    ['an end at its beginning', { ...event, ends: event.starts }, ['stop occasion_ends_first']],
    ['an end before', { ...event, ends: '2026-12-04T18:00' }, ['stop occasion_ends_first']],
    ['an address that is none', { ...offer, redeemAt: 'example' }, ['stop occasion_link_not_address']],
    ['a gap in its conditions', { ...offer, conditions: 'Avec {ville}' }, ['stop gap_left']]
  ])('%s', (_name, occasion, expected) => expect(codes(occasion)).toEqual(expected))

  test('is put right beside the account, and held against the client’s voice', () => {
    const [problem] = checkPost(contentWith(newOccasion('event')), [place], capabilitiesOf, [])
    expect(placeOfProblem({ post: { content: contentWith(event) } } as never, problem!)).toMatchObject({ place: 'framing' })
    expect(voiceProblems(contentWith({ ...offer, conditions: 'Sans arnaque' }), [place], capabilitiesOf, { ...defaultVoice, forbidden: ['arnaque'], blocks: ['forbidden'] })).toMatchObject([{ code: 'forbidden_word' }])
  })

  test.each([
    ['2026-12-05T17:59', []],
    // In Montréal it is noon.
    ['2026-12-05T18:00', ['warn occasion_over_by_client_clock']],
    ['2026-12-06T06:59', ['warn occasion_over_by_client_clock']],
    // Nowhere is it earlier than at UTC-12.
    ['2026-12-06T07:00', ['stop occasion_over']],
    ['2027-01-01T00:00', ['stop occasion_over']]
  ])('at %s, at the clocks of the client', (at, expected) => {
    const occasions = occasionsOf(contentWith(event), [place], capabilitiesOf)
    const instant = Date.parse(`${at}Z`) - 3_600_000
    expect(checkOccasionHours(occasions, { dueAt: instant, now: 0, timeZone: 'Europe/Paris' }).map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected)
    // At once, and at a time that has come.
    expect(checkOccasionHours(occasions, { dueAt: null, now: instant, timeZone: 'Europe/Paris' }).map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected)
    expect(checkOccasionHours(occasions, { dueAt: 0, now: instant, timeZone: 'Europe/Paris' }).map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected)
  })

  test('says which of the two it is', () => {
    expect(occasionsOf(contentWith(offer), [place], capabilitiesOf)).toMatchObject([{ kind: 'offer' }])
    expect(checkPost(contentWith(newOccasion('event')), [place], capabilitiesOf, []).map(({ details }) => details['occasion'])).toEqual(['event', 'event'])
  })

  test('is kept as it is written, sent without the spaces around it, and an event without what only an offer has', () => {
    expect(framingKept({ occasion: { ...offer, kind: 'event' } })).toEqual({ occasion: event })
    expect(framingAsSent({ occasion: { ...offer, title: ' Huîtres ', coupon: '  ' } })?.occasion).toEqual({ ...event, kind: 'offer', redeemAt: 'https://example.org/o', conditions: 'Une fois par table' })
    // An offer has a button of its own.
    expect([framingKept({ button: 'book', occasion: offer }), framingKept({ button: 'book', occasion: event })]).toEqual([{ occasion: offer }, { button: 'book', occasion: event }])
  })

  test('is another one as soon as anything of it differs, is found by its words, and reaches no network that has none', () => {
    expect([isSameFraming({ occasion: event }, { occasion: { ...event } }), isSameFraming({ occasion: event }, undefined), isSameFraming({ occasion: event }, { occasion: { ...event, ends: '2026-12-05T19:00' } }), isSameFraming({ occasion: offer }, { occasion: { ...offer, coupon: 'X' } })]).toEqual([true, false, false, false])
    expect(searchTextOf(contentWith(offer)).split('\n')).toEqual(expect.arrayContaining(['Huîtres', 'HUITRES', 'Une fois par table']))
    const [before, after] = [contentWith(undefined), contentWith(event)]
    expect([changeBetween(before, after).others, isSameToTheEye(comparePosts(before, after))]).toEqual([['framings'], false])
    expect(partsFor(contentWith(event), place, capabilitiesOf('google_business'))[0]?.framing).toEqual({ occasion: event })
    expect(partsFor(contentWith(event), { ...place, networkId: 'bluesky' }, capabilitiesOf('bluesky'))[0]?.framing).toBeUndefined()
  })
})
