import { z } from 'zod'
import { chooseMembers } from '../community/choose-members.ts'
import { englishPhrases } from '../community/phrases-en.ts'
import { frenchPhrases } from '../community/phrases-fr.ts'
import type { Scene } from '../community/scene.ts'
import { createSpeech } from '../community/speech.ts'
import { paintPicture, type SceneName } from '../images/paint-picture.ts'
import { nameAtHome } from '../name-practice.ts'
import type { Language } from '../language.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import type { PracticePlace } from '../practice-places.ts'
import type { Business } from './month-data.ts'
import { planMonth, type MonthPlan } from './plan-month.ts'
import { writeNetworkMonth, writePeopleAndFeeds, type WrittenMonth } from './write-network-month.ts'

/** Everything that has to be known to write the workspace's own books of the month. */
export interface PreparedMonth {
  readonly business: Business
  readonly plan: MonthPlan
  readonly written: WrittenMonth
  /** When the month was made; it ends there. ms since the epoch. */
  readonly madeAt: number
  readonly pictures: ReadonlyMap<SceneName, Uint8Array>
}

export interface PrepareNeeds {
  readonly record: PracticeRecord
  readonly place: PracticePlace
  readonly workspaceId: string
  readonly clientName: string
  readonly language: Language
  readonly timeZone: string
  readonly now: number
}

const firstMemberId = 110_000_000_000_000_002n

/**
 * Writes people, feeds and month into the network's record, in one transaction. The second time nothing is written, and the same is found:
 * the plan follows from the workspace, its language and the moment of the first time.
 */
export async function prepareNetwork(needs: PrepareNeeds): Promise<PreparedMonth> {
  const { record } = needs
  const madeAt = record.facts.readNumber('month.madeAt') ?? needs.now
  const written = readLanguage(record) ?? needs.language
  const timeZone = record.facts.read('month.timeZone') ?? needs.timeZone
  const business = needs.place.businessFor(written)
  const cast = chooseMembers(written).slice(-needs.place.people).map((member, index) => ({ ...member, id: String(firstMemberId + BigInt(index)) }))
  const speech = createSpeech({ seed: needs.workspaceId, phrases: { fr: frenchPhrases, en: englishPhrases }, vocabulary: business.vocabulary, counters: {} })
  const scene: Scene = { seed: needs.workspaceId, language: written, ownHandle: business.handle, cast, pace: 'calm', speech }
  const plan = planMonth({ business, now: madeAt, timeZone, scene })
  const pictures = await paintPictures(business)
  const before = readWritten(record)
  if (before !== null) return { business, plan, written: before, madeAt, pictures }
  const month = record.inOneTransaction(() => {
    writePeopleAndFeeds(record, { ...business, name: nameAtHome(business.name, needs.clientName, written) }, cast, madeAt)
    const fresh = writeNetworkMonth({ record, business, plan, now: madeAt, pictures })
    const { facts } = record
    facts.write('place.name', needs.place.name)
    if (needs.place.maxCharacters !== null) facts.write('place.maxCharacters', needs.place.maxCharacters)
    facts.write('seed', needs.workspaceId)
    facts.write('language', written)
    facts.write('month.madeAt', madeAt)
    facts.write('month.timeZone', timeZone)
    facts.write('month.statuses', JSON.stringify({ posts: [...fresh.posts], talks: [...fresh.talks] }))
    facts.write('community.pace', 'calm')
    facts.write('community.time', 0)
    facts.write('community.asOf', madeAt)
    facts.write('community.phrases', JSON.stringify(speech.counters()))
    return fresh
  })
  return { business, plan, written: month, madeAt, pictures }
}

/** One after the other with a breath between them, so that other workspaces are served meanwhile. */
async function paintPictures(business: Business): Promise<ReadonlyMap<SceneName, Uint8Array>> {
  const pictures = new Map<SceneName, Uint8Array>()
  for (const { picture } of [...business.posts, ...business.drafts]) {
    if (picture === undefined || pictures.has(picture.scene)) continue
    pictures.set(picture.scene, paintPicture(picture.scene))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return pictures
}

const statusesSchema = z.object({ posts: z.array(z.tuple([z.string(), z.string()])), talks: z.array(z.tuple([z.string(), z.array(z.string())])) })

function readWritten(record: PracticeRecord): WrittenMonth | null {
  const text = record.facts.read('month.statuses')
  if (text === null) return null
  const { posts, talks } = statusesSchema.parse(JSON.parse(text))
  return { posts: new Map(posts), talks: new Map(talks) }
}

function readLanguage(record: PracticeRecord): Language | null {
  const written = record.facts.read('language')
  return written === 'fr' || written === 'en' ? written : null
}
