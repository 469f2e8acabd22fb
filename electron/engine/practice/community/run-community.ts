import { z } from 'zod'
import type { Logger } from '../../log/logger.ts'
import type { Clock } from '../../time/clock.ts'
import type { Language } from '../language.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import { carryOut } from './carry-out.ts'
import { chooseMembers } from './choose-members.ts'
import { communityTimeAt, rateOf, rateWhileClosed, realTimeOf, type CommunityTime } from './community-clock.ts'
import { gatherNews, recentPosts } from './gather-news.ts'
import type { Phrases, Vocabulary } from './phrase-kind.ts'
import { englishPhrases } from './phrases-en.ts'
import { frenchPhrases } from './phrases-fr.ts'
import { ambientSlotMs } from './plan-ambient.ts'
import type { CastMember } from './scene.ts'
import { simulate } from './simulate.ts'
import { createSpeech, type PhraseCounters } from './speech.ts'
import { paces, type Pace } from './temperament.ts'

export interface Community {
  pace(): Pace
  setPace(pace: Pace): void
  /** Begins to live; the time since it last lived is made up for, a few hours at most. When its record cannot be written, it begins later. */
  start(): void
  /** The own account did something: look at once. */
  takeNotice(): void
  /** Never throws: what could not be written down is lived through at the next start. */
  stop(): void
}

export interface CommunityNeeds {
  readonly record: PracticeRecord
  readonly clock: Clock
  readonly log: Pick<Logger, 'error'>
  readonly language: Language
  readonly vocabulary: Readonly<Record<Language, Vocabulary>>
  /** Tests: people answer without their usual waiting, and nothing happens by itself. */
  readonly isInstant: boolean
  /** Something happened that the own account will be told of. */
  onActs(): void
}

/** The longest the community sleeps, real ms: ambient life is planned slot by slot. */
const longestSleepMs = 5 * 60_000
/** The shortest, so that a storm does not keep the engine busy. */
const shortestSleepMs = 250

const counters = z.record(z.string(), z.number())

/** Lets the simulation run in real time: decides (`simulate`), carries out, sleeps until the next act is due. */
export function createCommunity(needs: CommunityNeeds): Community {
  const { record, clock, log, isInstant } = needs
  const { facts } = record
  let cancelTimer: (() => void) | null = null
  let isStarted = false

  const pace = (): Pace => z.enum(paces).catch('calm').parse(facts.read('community.pace'))
  const rate = (): number => rateOf(pace(), isInstant)

  function readTime(): CommunityTime {
    return { value: facts.readNumber('community.time') ?? 0, asOf: facts.readNumber('community.asOf') ?? clock.now() }
  }

  /** Lives through the span from the last time to now at that rate. Everything in one transaction. */
  function liveUntilNow(rateInSpan: number): void {
    const now = clock.now()
    const time = readTime()
    const until = communityTimeAt(time, now, rateInSpan)
    const acts = record.inOneTransaction(() => {
      const speech = createSpeech({ seed: seedOf(record), phrases: allPhrases, vocabulary: needs.vocabulary, counters: readCounters(record) })
      const scene = { seed: seedOf(record), language: needs.language, ownHandle: record.members.own().handle, cast: castOf(record, needs.language), pace: pace(), speech }
      const { news, seenUntil } = gatherNews(record, facts.read('community.seenUntil') ?? '0', until)
      const decided = simulate({ scene, from: time.value, until, queue: record.community.planned(), news, recentPosts: recentPosts(record), hasAmbientLife: !isInstant })
      const next = decided.acts.flatMap((planned) => carryOut(record, planned, realTimeOf(planned.due, time, now, rateInSpan)))
      record.community.replacePlanned([...decided.queue, ...next])
      facts.write('community.time', until)
      facts.write('community.asOf', now)
      facts.write('community.seenUntil', seenUntil)
      facts.write('community.phrases', JSON.stringify(speech.counters()))
      return decided.acts
    })
    if (acts.length > 0) needs.onActs()
  }

  function sleep(): void {
    const speed = rate()
    const { value } = readTime()
    const nextAct = record.community.planned()[0]?.due ?? Infinity
    const nextSlot = isInstant ? Infinity : (Math.floor(value / ambientSlotMs) + 1) * ambientSlotMs
    const wait = (Math.min(nextAct, nextSlot) - value) / speed
    cancelTimer?.()
    cancelTimer = speed === 0 ? null : clock.after(Math.ceil(Math.min(longestSleepMs, Math.max(shortestSleepMs, wait))), live)
  }

  function live(): void {
    tryToLive(rate)
  }

  function start(): void {
    tryToLive(() => rateWhileClosed(clock.now() - readTime().asOf, pace()))
  }

  /** A full disk or a damaged record stops this network's people and nothing else; they try again, and then make up for the time. */
  function tryToLive(rateInSpan: () => number): void {
    try {
      liveUntilNow(rateInSpan())
      sleep()
      isStarted = true
    } catch (error) {
      log.error(`the people of the practice network could not go on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      isStarted = false
      cancelTimer?.()
      cancelTimer = clock.after(longestSleepMs, start)
    }
  }

  return {
    pace,
    setPace(next) {
      // What happened so far happened at the old pace.
      if (isStarted) liveUntilNow(rate())
      facts.write('community.pace', next)
      if (isStarted) sleep()
    },
    start,
    takeNotice() {
      if (!isStarted) return
      // After the call that did it has been answered.
      cancelTimer?.()
      cancelTimer = clock.after(0, live)
    },
    stop() {
      if (isStarted) live()
      isStarted = false
      cancelTimer?.()
      cancelTimer = null
    }
  }
}

const allPhrases: Readonly<Record<Language, Phrases>> = { fr: frenchPhrases, en: englishPhrases }

export function seedOf(record: PracticeRecord): string {
  return record.facts.read('seed') ?? ''
}

function readCounters(record: PracticeRecord): PhraseCounters {
  const text = record.facts.read('community.phrases')
  return text === null ? {} : counters.parse(JSON.parse(text))
}

/** The invented people with the ids they have on this network; who is blocked has no part in what happens to the account. */
function castOf(record: PracticeRecord, language: Language): readonly CastMember[] {
  return chooseMembers(language).flatMap((member) => {
    const row = record.members.findByHandle(member.handle)
    return row === null || record.moderation.isBlocked(row.id) ? [] : [{ ...member, id: row.id }]
  })
}
