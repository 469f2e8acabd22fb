import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
beforeEach(async () => void (engine = await startTestEngine({})))
afterEach(() => engine.stop())

const unknown = async (text: string, languages: ('fr' | 'en')[] = ['fr', 'en']) => (await engine.ask('spelling.check', { words: text.split(' '), languages })).unknown
const suggestions = async (word: string, languages: ('fr' | 'en')[]) => (await engine.ask('spelling.suggest', { word, languages })).suggestions

describe('the dictionaries', () => {
  it('know the forms of French: verbs, plurals, elisions with both apostrophes, hyphens, capitals with their accents', async () => {
    const right = 'mangeassions chevaux belles œuvre cœur Noël ÉTÉ Événement À Ça ça l’arbre l\'arbre aujourd’hui aujourd\'hui qu’elle jusqu’au lorsqu’il presqu’île rendez-vous est-ce va-t-il donne-le-moi grand-mère 1er'
    expect(await unknown(right, ['fr'])).toEqual([])
    expect(await unknown('mangeassaient chevals Etre coeur malgrés parmis acceuil l’acceuil language rendez-vou', ['fr'])).toEqual('mangeassaient chevals Etre coeur malgrés parmis acceuil l’acceuil language rendez-vou'.split(' '))
  })

  it('know American and British English, with both apostrophes', async () => {
    expect(await unknown('colour color organise organize don’t don\'t it’s we’ll theatre theater Monday LONDON', ['en'])).toEqual([])
    expect(await unknown('recieve monday dont definately chevaux', ['en'])).toEqual(['recieve', 'monday', 'dont', 'definately', 'chevaux'])
  })

  it('take a word that is right in either language, and either language’s article or genitive with it', async () => {
    expect(await unknown('chevaux colour l’insight d’Instagram LinkedIn’s week-end follower-phare #')).toEqual(['#'])
    expect(await unknown('l’insight', ['en'])).toEqual(['l’insight'])
    expect(await unknown('l’insiight week-endd qu’ilss')).toEqual(['l’insiight', 'week-endd', 'qu’ilss'])
  })

  it('suggest what may have been meant, five at most, the nearest first', async () => {
    expect(await suggestions('bonjuor', ['fr', 'en'])).toEqual(['bonjour', 'bourbon'])
    expect((await suggestions('developpement', ['fr', 'en']))[0]).toBe('développement')
    expect((await suggestions('Recieve', ['en']))[0]).toBe('Receive')
    expect(await suggestions('teh', ['fr', 'en'])).toHaveLength(5)
    expect(await suggestions('x'.repeat(60), ['fr', 'en'])).toEqual([])
  })

  it('answer questions that come at once, each its own', async () => {
    const [first, second, third] = await Promise.all([unknown('bonjuor bonjour'), suggestions('acceuil', ['fr']), unknown('teh the')])
    expect(first).toEqual(['bonjuor'])
    expect(second[0]).toBe('accueil')
    expect(third).toEqual(['teh'])
  })

  it('give their memory back when nobody writes, and are there again with the next word', async () => {
    expect(await unknown('bonjuor')).toEqual(['bonjuor'])
    await engine.advance(11 * 60_000)
    expect(await unknown('bonjour')).toEqual([])
  })
})

it('what the client’s dictionary learns outlives a crash, and what is said of its voice', async () => {
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('voice.learn', { workspaceId, word: 'Kerlouan', isKnown: true })
  await engine.ask('voice.learn', { workspaceId, word: 'goémon', isKnown: true })
  await engine.ask('voice.learn', { workspaceId, word: 'Kerlouan', isKnown: true })
  await engine.restart({ crash: true })
  expect((await engine.ask('voice.read', { workspaceId })).dictionary).toEqual(['goémon', 'Kerlouan'])
  expect((await engine.ask('voice.learn', { workspaceId, word: 'goémon', isKnown: false })).dictionary).toEqual(['Kerlouan'])
})
