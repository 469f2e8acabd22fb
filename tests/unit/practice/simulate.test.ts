import { describe, expect, it } from 'vitest'
import { parseAct, type CommunityAct } from '../../../electron/engine/practice/community/act.ts'
import { chooseMembers } from '../../../electron/engine/practice/community/choose-members.ts'
import { englishPhrases } from '../../../electron/engine/practice/community/phrases-en.ts'
import { frenchPhrases } from '../../../electron/engine/practice/community/phrases-fr.ts'
import type { PhraseKind } from '../../../electron/engine/practice/community/phrase-kind.ts'
import { hour, type News, type Scene } from '../../../electron/engine/practice/community/scene.ts'
import { createSeededNumbers } from '../../../electron/engine/practice/community/seeded-numbers.ts'
import { simulate } from '../../../electron/engine/practice/community/simulate.ts'
import { createSpeech } from '../../../electron/engine/practice/community/speech.ts'
import type { Pace } from '../../../electron/engine/practice/community/temperament.ts'
import { businessFor } from '../../../electron/engine/practice/month/businesses.ts'

function sceneOf(options: { seed?: string; pace?: Pace; language?: 'fr' | 'en' } = {}): Scene {
  const language = options.language ?? 'fr'
  const seed = options.seed ?? 'a'
  const { handle: ownHandle, vocabulary } = businessFor(language)
  return {
    seed, language, ownHandle, pace: options.pace ?? 'calm',
    cast: chooseMembers(language).map((member) => ({ ...member, id: member.handle })),
    speech: createSpeech({ seed, phrases: { fr: frenchPhrases, en: englishPhrases }, vocabulary, counters: {} })
  }
}

function live(scene: Scene, options: { until?: number; news?: readonly News[]; hasAmbientLife?: boolean } = {}) {
  return simulate({ scene, from: 0, until: options.until ?? 8 * hour, queue: [], news: options.news ?? [], recentPosts: ['1'], hasAmbientLife: options.hasAmbientLife ?? false })
}

const post = (text: string): News => ({ kind: 'post', statusId: '1', text, at: 0 })
const said = (acts: readonly { act: CommunityAct }[]) => acts.flatMap(({ act }) => ('text' in act ? [act] : []))
const purposes = (acts: readonly { act: CommunityAct }[]) => said(acts).map((act) => act.purpose)
const count = (kinds: readonly PhraseKind[], kind: PhraseKind) => kinds.filter((each) => each === kind).length

/** Comments under forty different posts with the same text. */
function manyPosts(text: string, pace: Pace = 'calm') {
  return Array.from({ length: 40 }, (_, index) => live(sceneOf({ seed: `s${index}`, pace }), { until: 24 * hour, news: [post(text)] })).flatMap(({ acts }) => acts)
}

describe('the community', () => {
  it('does the same again with the same seed, and something else with another', () => {
    const once = live(sceneOf(), { news: [post('Nouveau café ce matin')], hasAmbientLife: true, until: 48 * hour })
    const again = live(sceneOf(), { news: [post('Nouveau café ce matin')], hasAmbientLife: true, until: 48 * hour })
    const other = live(sceneOf({ seed: 'b' }), { news: [post('Nouveau café ce matin')], hasAmbientLife: true, until: 48 * hour })
    expect(again).toEqual(once)
    expect(other.acts).not.toEqual(once.acts)
    expect(once.acts.length).toBeGreaterThan(20)
  })

  it('does the same whether it is looked at once or often', () => {
    const news = [post('Samedi, atelier latte art')]
    const whole = live(sceneOf(), { news, until: 6 * hour, hasAmbientLife: true })
    const scene = sceneOf()
    let queue = live(scene, { news, until: 0, hasAmbientLife: true }).queue
    const acts = []
    for (let at = 0; at < 6 * hour; at += hour / 4) {
      const step = simulate({ scene, from: at, until: at + hour / 4, queue, news: [], recentPosts: ['1'], hasAmbientLife: true })
      acts.push(...step.acts)
      queue = step.queue
    }
    expect(acts.filter((entry) => entry.act.kind === 'like')).toEqual(whole.acts.filter((entry) => entry.act.kind === 'like'))
    expect(said(acts).length).toBe(said(whole.acts).length)
  })

  it('lets somebody answer within the first minute', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { acts } = live(sceneOf({ seed }), { news: [post('Bonjour à tous')], until: 60_000 })
      expect(said(acts).length).toBeGreaterThan(0)
    }
  })

  it('reacts to the words of a post', () => {
    const contest = purposes(manyPosts('Concours ! Tentez de gagner un paquet de café'))
    const question = purposes(manyPosts('Plutôt espresso ou plutôt filtre ?'))
    const event = purposes(manyPosts('Jeudi soir, rencontre avec une autrice, inscription au comptoir'))
    const hours = purposes(manyPosts('Nous sommes fermés lundi'))
    expect(count(contest, 'contestEntry')).toBeGreaterThan(contest.length / 3)
    expect(count(question, 'answer')).toBeGreaterThan(question.length / 4)
    expect(count(event, 'eventJoy') + count(event, 'questionEvent')).toBeGreaterThan(event.length / 4)
    expect(count(hours, 'questionHours')).toBeGreaterThan(hours.length / 10)
    expect(count(hours, 'contestEntry')).toBe(0)
  })

  it('is angrier in a storm, and has its defenders', () => {
    const calm = purposes(manyPosts('Bonjour'))
    const storm = purposes(manyPosts('Bonjour', 'storm'))
    const angry = (kinds: readonly PhraseKind[]) => count(kinds, 'crisis') + count(kinds, 'insult') + count(kinds, 'complaintService')
    expect(angry(storm) / storm.length).toBeGreaterThan(2 * (angry(calm) / calm.length))
    expect(count(storm, 'defence')).toBeGreaterThan(0)
    expect(storm.length).toBeGreaterThan(calm.length)
  })

  it('thanks for answers, makes peace when spoken to well, and stays angry otherwise', () => {
    const answers = (purpose: PhraseKind, text: string) =>
      purposes(Array.from({ length: 60 }, (_, index) => {
        const answered = { memberId: 'claire_bodin', purpose, isPrivate: false }
        return live(sceneOf({ seed: `r${index}` }), { news: [{ kind: 'reply', statusId: '2', text, at: 0, answered }] })
      }).flatMap(({ acts }) => acts))
    expect(count(answers('questionHours', 'Oui, dès 9 h !'), 'followUpThanks')).toBeGreaterThan(25)
    const kind = answers('complaintService', 'Nous sommes vraiment désolés, écrivez-nous en message privé et nous vous remboursons.')
    const curt = answers('complaintService', 'Non.')
    expect(count(kind, 'followUpResolved')).toBeGreaterThan(count(kind, 'followUpAngry'))
    expect(count(curt, 'followUpResolved')).toBe(0)
    expect(count(curt, 'followUpAngry')).toBeGreaterThan(20)
    expect(answers('spam', 'Merci')).toEqual([])
  })

  it('uses every phrase of a kind before it repeats one, and leaves no place in braces', () => {
    for (const language of ['fr', 'en'] as const) {
      const texts = said(Array.from({ length: 12 }, () => 0).flatMap((_, index) => live(sceneOf({ seed: `t${index}`, language }), { news: [post('Café ? Book? Concours, win, atelier, workshop')], hasAmbientLife: true, until: 72 * hour }).acts))
      expect(texts.filter((act) => /[{}]/.test(act.text))).toEqual([])
      expect(texts.every((act) => act.text.includes(`@${businessFor(language).handle}`))).toBe(true)
    }
    const scene = sceneOf()
    const phrases = Array.from({ length: frenchPhrases.insult.length }, () => scene.speech.say('insult', { language: 'fr', temperament: 'regular' }, createSeededNumbers('x')))
    expect(new Set(phrases).size).toBe(frenchPhrases.insult.length)
  })

  it('keeps its plans as text without losing anything', () => {
    const { acts } = live(sceneOf({ pace: 'storm' }), { news: [post('Bonjour ?')], hasAmbientLife: true, until: 24 * hour })
    for (const { act } of acts) expect(parseAct(JSON.stringify(act))).toEqual(act)
  })
})

describe('the people and what they say', () => {
  it('are 36 around each business, with handles that Mastodon allows', () => {
    for (const language of ['fr', 'en'] as const) {
      const members = chooseMembers(language)
      expect(members).toHaveLength(36)
      expect(new Set(members.map((member) => member.handle)).size).toBe(36)
      expect(members.filter((member) => !/^[a-z0-9_]{1,30}$/.test(member.handle))).toEqual([])
      expect(new Set(members.map((member) => member.temperament)).size).toBe(10)
    }
  })

  it.each([['fr', frenchPhrases], ['en', englishPhrases]] as const)('have at least 250 different phrases in %s, none twice, none too long', (_language, phrases) => {
    const all = Object.values(phrases).flat()
    expect(all.length).toBeGreaterThanOrEqual(250)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((phrase) => phrase.length > 200)).toEqual([])
  })

  it('name only addresses that lead nowhere', () => {
    const links = [...Object.values(frenchPhrases), ...Object.values(englishPhrases)].flat().flatMap((phrase) => phrase.match(/https?:\/\/\S+/g) ?? [])
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !new URL(link).hostname.endsWith('.invalid'))).toEqual([])
  })
})

describe('who is not answered', () => {
  it('asks again after hours, and some grow rude', () => {
    const later = said(manyPosts('Nous sommes fermés lundi')).flatMap((act) => act.leadsTo).flatMap(({ after, act }) => ('onlyIfUnanswered' in act && act.onlyIfUnanswered ? [{ after, purpose: act.purpose }] : []))
    expect(later.length).toBeGreaterThan(10)
    expect(Math.min(...later.map(({ after }) => after))).toBeGreaterThanOrEqual(3 * hour)
    expect(new Set(later.map(({ purpose }) => purpose))).toEqual(new Set(['impatience', 'insult']))
  })
})
