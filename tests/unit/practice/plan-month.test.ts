import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { chooseMembers } from '../../../electron/engine/practice/community/choose-members.ts'
import { frenchSpaces } from '../../../electron/engine/practice/community/french-spaces.ts'
import { englishPhrases } from '../../../electron/engine/practice/community/phrases-en.ts'
import { frenchPhrases } from '../../../electron/engine/practice/community/phrases-fr.ts'
import { createSpeech } from '../../../electron/engine/practice/community/speech.ts'
import { businessFor } from '../../../electron/engine/practice/month/businesses.ts'
import { planMonth, type MonthPlan } from '../../../electron/engine/practice/month/plan-month.ts'
import { stableId } from '../../../electron/engine/stable-id.ts'

const day = 86_400_000
const zones = ['Europe/Paris', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata']

function plan(language: 'fr' | 'en', now: number, timeZone: string): MonthPlan {
  const business = businessFor(language)
  const cast = chooseMembers(language).map((member) => ({ ...member, id: member.handle }))
  const speech = createSpeech({ seed: 'x', phrases: { fr: frenchPhrases, en: englishPhrases }, vocabulary: business.vocabulary, counters: {} })
  return planMonth({ business, now, timeZone, scene: { seed: 'x', language, ownHandle: business.handle, cast, pace: 'calm', speech } })
}

/** Every weekday, three times of day, over a change of the clocks. */
const moments = Array.from({ length: 21 }, (_, index) => Date.UTC(2026, 9, 20, 2) + index * (day + 8 * 3_600_000))

describe.each(['fr', 'en'] as const)('the plan of the month (%s)', (language) => {
  it('is believable whenever it is made, and wherever', () => {
    for (const timeZone of zones) {
      for (const now of moments) {
        const { published, scheduled, talks, reactions, drafts } = plan(language, now, timeZone)
        const where = `${timeZone} ${new Date(now).toISOString()}`
        expect(published.length, where).toBeGreaterThanOrEqual(22)
        expect(scheduled.length, where).toBeGreaterThanOrEqual(7)
        expect(talks.length, where).toBeGreaterThanOrEqual(55)
        expect(talks.filter((talk) => talk.state === 'unread').length, where).toBeGreaterThanOrEqual(6)
        const times = [...published, ...drafts, ...reactions, ...talks.flatMap((talk) => talk.lines)].map(({ at }) => at)
        expect(Math.max(...times), where).toBeLessThan(now)
        expect(Math.min(...scheduled.map(({ at }) => at)), where).toBeGreaterThan(now + 30 * 60_000)
      }
    }
  })

  it('keeps wall-clock times over a change of the clocks', () => {
    const now = Date.UTC(2026, 9, 30, 12)
    for (const { post, at, localDateTime } of plan(language, now, 'Europe/Paris').published) {
      const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Paris')
      expect(time.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(post.time)
      expect(localDateTime.endsWith(post.time)).toBe(true)
    }
  })

  it('puts every line of a talk after the one before, and under its post', () => {
    const { published, talks } = plan(language, moments[6]!, 'Europe/Paris')
    for (const talk of talks) {
      const post = published.find((each) => each.post.key === talk.post)
      expect(talk.kind === 'comment').toBe(post !== undefined)
      let before = post?.at ?? 0
      for (const { at } of talk.lines) {
        expect(at).toBeGreaterThan(before)
        before = at
      }
    }
  })
})

describe.each(['fr', 'en'] as const)('the data of the business (%s)', (language) => {
  const business = businessFor(language)
  const handles = new Set(chooseMembers(language).map((member) => member.handle))

  it('names only people who live on the network', () => {
    const speakers = business.talks.flatMap((talk) => talk.lines.map((line) => line.by)).filter((by) => by !== 'us')
    expect(speakers.filter((by) => !handles.has(by))).toEqual([])
    const texts = [...business.posts.map((post) => post.text), ...business.talks.flatMap((talk) => talk.lines.map((line) => line.text))]
    const named = texts.flatMap((text) => [...text.matchAll(/@(\w+)/g)].map((match) => match[1]!))
    expect(named.filter((name) => !handles.has(name) && name !== business.handle)).toEqual([])
  })

  it('answers by name, and ends what is called answered with an answer of ours or with thanks', () => {
    for (const talk of business.talks) {
      for (const [index, line] of talk.lines.entries()) {
        if (line.by !== 'us') continue
        expect(line.text.startsWith(`@${talk.lines[index - 1]!.by} `)).toBe(true)
      }
      if (talk.state === 'answered') expect(talk.lines.some((line) => line.by === 'us')).toBe(true)
      if (talk.state === 'waiting' || talk.state === 'unread' || talk.state === 'snoozed') expect(talk.lines.at(-1)!.by).not.toBe('us')
    }
  })

  it('has posts and drafts that Vigie itself lets through', () => {
    const account = {
      id: '00000000-0000-4000-8000-000000000001', networkId: 'practice' as const, handle: '@x', displayName: 'x', serverUrl: 'http://practice.localhost', remoteId: '1', state: 'connected' as const,
      accessEndsAt: null, serverLimits: { maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4 }, lastCheckedAt: null, connectedAt: 0
    }
    for (const { text, key } of [...business.posts, ...business.drafts]) {
      const problems = checkPost({ title: '', document: textToDocument(text), targets: [{ accountId: account.id, variant: null }], media: [] }, [account], capabilitiesOf, [])
      expect({ key, problems: problems.filter((problem) => problem.severity === 'stop') }).toEqual({ key, problems: [] })
    }
  })

  it('has five or six feeds with a month of items, keys that are used once, and pictures with alt text', () => {
    expect(business.feeds.length).toBeGreaterThanOrEqual(5)
    for (const feed of business.feeds) expect(feed.items.length).toBeGreaterThanOrEqual(11)
    const keys = [...business.posts, ...business.drafts].map((post) => post.key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { picture } of business.posts) if (picture !== undefined) expect(picture.alt.length).toBeGreaterThan(20)
    expect(new Set(business.posts.map((post) => post.pillar)).size).toBe(7)
  })
})

describe('French typography', () => {
  it('sets the spaces that a keyboard does not', () => {
    expect(frenchSpaces('« Oui » ! Vraiment ? À 18 h : 9,50 €; voir https://a.example:80/x')).toBe('«\u00a0Oui\u00a0»\u202f! Vraiment\u202f? À 18\u00a0h\u00a0: 9,50\u00a0€; voir https://a.example:80/x')
  })

  it('is in everything the French business writes', () => {
    const business = businessFor('fr')
    const texts = [business.note, ...business.posts.map((post) => post.text), ...business.drafts.map((draft) => draft.text), ...business.talks.flatMap((talk) => talk.lines.map((line) => line.text))]
    expect(texts.filter((text) => / [;!?»]|« /.test(text))).toEqual([])
    expect(texts.filter((text) => /[a-zé]'[a-zé]/i.test(text))).toEqual([])
  })
})

describe('stable ids', () => {
  it('are UUIDs that follow from workspace and name', () => {
    const id = stableId('a', 'post x')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(stableId('a', 'post x')).toBe(id)
    expect(new Set(Array.from({ length: 500 }, (_, index) => stableId('a', `post ${index}`))).size).toBe(500)
    expect(stableId('b', 'post x')).not.toBe(id)
  })
})
