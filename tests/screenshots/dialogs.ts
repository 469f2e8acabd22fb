import type { Page } from '@playwright/test'
import { accounts as enAccounts } from '../../renderer/language/en/accounts.ts'
import { library as enLibrary } from '../../renderer/language/en/library.ts'
import { series as enSeries } from '../../renderer/language/en/series.ts'
import { versions as enVersions } from '../../renderer/language/en/versions.ts'
import { accounts as frAccounts } from '../../renderer/language/fr/accounts.ts'
import { library as frLibrary } from '../../renderer/language/fr/library.ts'
import { series as frSeries } from '../../renderer/language/fr/series.ts'
import { versions as frVersions } from '../../renderer/language/fr/versions.ts'
import type { Bridge } from '../e2e/support/bridge.ts'

export interface DialogPlace {
  readonly workspaceId: string
  /** A client of the user's own: a practice client connects to nothing. */
  readonly ownId: string
  /** A draft with an image. */
  readonly draftId: string
  readonly language: 'en' | 'fr'
}

interface Dialog {
  readonly hash: (place: DialogPlace) => string
  open(page: Page, language: 'en' | 'fr'): Promise<void>
}

const words = {
  en: { connect: enAccounts.connect, library: enLibrary.open, repeat: enSeries.repeat, versions: enVersions.open, found: 'coffee' },
  fr: { connect: frAccounts.connect, library: frLibrary.open, repeat: frSeries.repeat, versions: frVersions.open, found: 'café' }
} as const

const compose = ({ workspaceId, draftId }: DialogPlace): string => `#/w/${workspaceId}/compose/${draftId}`
const accounts = ({ ownId }: DialogPlace): string => `#/w/${ownId}/accounts`
const press = async (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click()

/** What lies over a page, each opened as people do. */
export const dialogs: Readonly<Record<string, Dialog>> = {
  'search': {
    hash: ({ workspaceId }) => `#/w/${workspaceId}/calendar`,
    async open(page, language) {
      await page.keyboard.press('Control+f')
      await page.keyboard.type(words[language].found)
      await page.locator('mark').first().waitFor()
    }
  },
  'library': { hash: compose, open: async (page, language) => press(page, words[language].library) },
  'snippets': {
    hash: compose,
    async open(page) {
      await page.keyboard.press('Control+Shift+S')
      await page.locator('[data-pick]').first().waitFor()
    }
  },
  'versions': {
    hash: compose,
    async open(page, language) {
      await press(page, words[language].versions)
      await page.getByRole('dialog').getByRole('option').nth(1).click()
    }
  },
  'repeat': { hash: compose, open: async (page, language) => press(page, words[language].repeat) },
  'connect': { hash: accounts, open: async (page, language) => press(page, words[language].connect) },
  'connect-bluesky': connectDialog(/^Bluesky\b/),
  'connect-facebook': connectDialog(/^Facebook\b/),
  'connect-x': connectDialog(/^X\b/)
}

/** The form of one network, as its row begins. */
function connectDialog(network: RegExp): Dialog {
  return {
    hash: accounts,
    async open(page, language) {
      await press(page, words[language].connect)
      await page.getByRole('dialog').getByRole('button', { name: network }).first().click()
    }
  }
}

/** A client that is not practice, still without accounts. */
export async function addOwnClient(bridge: Bridge, language: 'en' | 'fr'): Promise<string> {
  const id = crypto.randomUUID()
  await bridge.ask('workspaces.create', { id, name: language === 'fr' ? 'Atelier Brume' : 'Northside Pottery', colour: 'brick', timeZone: 'Europe/Paris' })
  return id
}

const changes = {
  en: ['Come and see us on Saturday.', 'Come and see us on Saturday at the harbour, from nine to noon.'],
  fr: ['Venez nous voir samedi.', 'Venez nous voir samedi au port, de neuf heures à midi.']
} as const

const snippets = {
  en: [['text', 'Opening for events', '{Weekday} {date} at {time}: see you in {city}.\n\nThe programme: {link}'], ['text', 'Signature', 'The team at {client} wishes you a good week ☕'], ['hashtags', 'Autumn campaign', 'Bristol SlowCoffee harbour-side roasting'], ['hashtags', 'Bookshop', 'reading bookstagram NewBooks']],
  fr: [['text', 'Accroche d’événement', '{Jour} {date} à {heure}, rendez-vous à {ville}.\n\nLe programme\u00A0: {lien}'], ['text', 'Signature', 'L’équipe de {client} vous souhaite une belle semaine ☕'], ['hashtags', 'Campagne d’automne', 'Nantes CaféLent brume-de-loire torréfaction'], ['hashtags', 'Librairie', 'lecture bookstagram rentrée-littéraire']]
} as const

/** Texts and hashtags that the client's posts use again. */
export async function saveSnippets(bridge: Bridge, { workspaceId, language }: DialogPlace): Promise<void> {
  for (const [kind, name, text] of snippets[language]) await bridge.ask('snippets.save', { workspaceId, snippet: { id: crypto.randomUUID(), kind, name, text } })
}

const ideas = {
  en: [['idea', 'A window made by readers', 'Everybody brings a book and one sentence on a card. A picture each Monday.'], ['idea', 'Anwen’s red notebook', ''], ['to_write', 'Portrait: Sally', 'Thirty years of bookselling, three stories, a picture at the counter.'], ['ready', 'Late opening, 12 December', 'Poster done, hours confirmed.']],
  fr: [['idea', 'Une vitrine faite par les lecteurs', 'Chacun apporte un livre et une phrase sur un carton. Une photo chaque lundi.'], ['idea', 'Le carnet rouge d’Anouk', ''], ['to_write', 'Portrait\u00A0: Soizic', 'Trente ans de librairie, trois anecdotes, une photo au comptoir.'], ['ready', 'Nocturne du 12 décembre', 'Affiche prête, horaires confirmés.']]
} as const

/** A board with something in each column. */
export async function saveIdeas(bridge: Bridge, { workspaceId, language }: DialogPlace): Promise<void> {
  for (const [stage, title, note] of ideas[language]) await bridge.ask('ideas.save', { workspaceId, idea: { id: crypto.randomUUID(), stage, title, note, source: null, postId: null } })
}

/** Gives the draft a history: it was scheduled twice with other words. */
export async function writeHistory(bridge: Bridge, { workspaceId, draftId, language }: DialogPlace): Promise<void> {
  for (const text of changes[language]) {
    const { post } = await bridge.ask('posts.read', { workspaceId, postId: draftId })
    const { title, targets, media } = post
    const document = { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
    const { revision } = await bridge.ask('posts.saveDraft', { workspaceId, postId: draftId, revision: post.revision, content: { title, targets, media, document: text === changes[language][0] ? document : { ...document, content: [...document.content, ...post.document.content] } } })
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await bridge.ask('posts.schedule', { workspaceId, postId: draftId, revision, when: { kind: 'at', localDateTime: `${tomorrow}T09:00` }, isRepeatMeant: true })
    await bridge.ask('posts.unschedule', { workspaceId, postId: draftId })
  }
}

/** A post whose hour has come on a network that lets no program in; its job. */
export async function waitByHand(bridge: Bridge, { workspaceId, ownId, draftId, language }: DialogPlace): Promise<string> {
  const account = await bridge.ask('accounts.addAssisted', { workspaceId: ownId, assistedId: 'snapchat', networkName: 'Snapchat', address: 'https://web.snapchat.com', handle: language === 'fr' ? '@comptoir' : '@tideline' })
  const { post } = await bridge.ask('posts.read', { workspaceId, postId: draftId })
  const postId = crypto.randomUUID()
  const { revision } = await bridge.ask('posts.saveDraft', { workspaceId: ownId, postId, revision: 0, content: { title: '', document: post.document, targets: [{ accountId: account.id, variant: null }], media: [] } })
  await bridge.ask('posts.schedule', { workspaceId: ownId, postId, revision, when: { kind: 'now' } })
  for (;;) {
    const { jobs } = await bridge.ask('posts.read', { workspaceId: ownId, postId })
    const waiting = jobs.find(({ state }) => state === 'pending_at_network')
    if (waiting !== undefined) return waiting.id
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
