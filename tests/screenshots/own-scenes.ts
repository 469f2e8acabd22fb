import { textToDocument } from '../../shared/inbox/text-to-document.ts'
import type { PostContent } from '../../shared/posts/post.ts'
import type { Bridge } from '../e2e/support/bridge.ts'

/** What the practice month has not: written for the pictures. */
const texts = {
  en: {
    thread: [
      'How a coffee gets here, in three steps. It begins on a hillside at 1,800 metres, where the Rojas sisters pick by hand in June.',
      'Eleven weeks at sea, one strike in the port, and a lorry that will not start: the sacks are in Bristol by October.',
      'Then Anwen roasts fourteen minutes, cups for forty and writes everything into the red notebook. Come and read it.'
    ],
    series: 'Story hour this afternoon at 4, for ages 4 to 8. It’s free, it’s at the back of the bookshop, and there are cushions.',
    reason: 'Flood in the old town',
    held: ['Tonight at 7: Nell Harcourt reads from her new book.', 'Twelve bags of Morning Tide are left, and then it is November.']
  },
  fr: {
    thread: [
      'Comment un café arrive ici, en trois étapes. Tout commence à 1 800 mètres, où les sœurs Rojas cueillent à la main, en juin.',
      'Onze semaines de mer, une grève au port, un camion qui ne démarre pas\u00a0: les sacs sont à Nantes en octobre.',
      'Ensuite Anouk torréfie quatorze minutes, goûte quarante fois et note tout dans le cahier rouge. Venez le lire.'
    ],
    series: 'Heure du conte cet après-midi à 16\u00a0h, pour les 4-8 ans. C’est gratuit, c’est au fond de la librairie, et il y a des coussins.',
    reason: 'Crue dans la vieille ville',
    held: ['Ce soir à 19\u00a0h, Sylvaine Tréguer lit des pages de son nouveau livre.', 'Il reste douze sachets de Brume de Loire, et puis ce sera novembre.']
  }
} as const

interface Place {
  readonly bridge: Bridge
  readonly workspaceId: string
  readonly language: 'en' | 'fr'
}

/** A thread of three parts for all accounts, as a draft. */
export async function writeThread({ bridge, workspaceId, language }: Place): Promise<string> {
  const [first = '', ...more] = texts[language].thread
  const content = { ...(await contentFor({ bridge, workspaceId, language }, first)), moreParts: more.map((text) => ({ id: crypto.randomUUID(), document: textToDocument(text), variants: [], media: [] })) }
  const postId = crypto.randomUUID()
  await bridge.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  return postId
}

/** The published job with most attempts: one that was cut off, looked for and found. */
export async function findStory({ bridge, workspaceId }: Place): Promise<string> {
  const { jobs } = await bridge.ask('outbox.list', { workspaceId, view: 'finished', limit: 100 })
  const stories = await Promise.all(jobs.map(({ id }) => bridge.ask('outbox.readJob', { workspaceId, jobId: id })))
  return stories.toSorted((one, other) => other.attempts.length - one.attempts.length)[0]?.job.id ?? ''
}

/** A post that comes back every Wednesday. */
export async function startSeries(place: Place): Promise<string> {
  const { bridge, workspaceId, language } = place
  const postId = crypto.randomUUID()
  const { revision } = await bridge.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: await contentFor(place, texts[language].series) })
  const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(Date.now() + 86_400_000)
  await bridge.ask('series.start', { workspaceId, seriesId: crypto.randomUUID(), postId, revision, localDateTime: `${tomorrow}T12:15`, rule: { every: 'week', weekdays: [3] }, end: { kind: 'count', count: 12 } })
  return postId
}

/** Holds the client, and waits until what was about to leave is kept back. */
export async function holdClient(place: Place): Promise<void> {
  const { bridge, workspaceId, language } = place
  await bridge.ask('safety.hold', { workspaceId, reason: texts[language].reason })
  for (const text of texts[language].held) {
    const postId = crypto.randomUUID()
    const { revision } = await bridge.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: await contentFor(place, text) })
    await bridge.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  }
  const held = async (): Promise<number> => (await bridge.ask('outbox.list', { workspaceId, view: 'open', limit: 100 })).jobs.filter(({ state }) => state === 'held').length
  while ((await held()) < texts[language].held.length) await new Promise((resolve) => setTimeout(resolve, 250))
}

async function contentFor({ bridge, workspaceId }: Place, text: string): Promise<PostContent> {
  const { accounts } = await bridge.ask('accounts.list', { workspaceId })
  return { title: '', document: textToDocument(text), targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
}
