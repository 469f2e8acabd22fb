import type { FakeAnswer } from './fake-network.ts'

/** What the fakes of Meta's networks share: its errors, its lists, its containers. */

export const refusedByMeta = (code: number, message: string, subcode?: number): FakeAnswer => ({ status: 400, json: { error: { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: 'AbC' } } })
export const goneAtMeta = refusedByMeta(100, 'Unsupported get request. Object with ID does not exist, cannot be loaded due to missing permissions', 33)

/** As the Graph writes it: to the second, the zone without a colon. */
export const writtenTime = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, '+0000')

/** Only what was asked for, as the Graph does. */
export function project(asked: string, object: Readonly<Record<string, unknown>>): object {
  let names = asked
  // From the innermost bracket outwards.
  while (/\{[^{}]*\}/.test(names)) names = names.replaceAll(/\{[^{}]*\}/g, '')
  const wanted = names.split(',').map((name) => name.split('.')[0])
  return Object.fromEntries(Object.entries(object).filter(([name, value]) => value !== undefined && (name === 'id' || wanted.includes(name))))
}

/** A page of a list. `namesNext`: with the address of the next as the Graph gives it, which bears the token; else by its place alone. */
export function pageOf<Item>(all: readonly Item[], { limit, after, namesNext }: { limit: number; after: string | null; namesNext: boolean }, show: (item: Item) => object): object {
  const start = after === null ? 0 : Number(after.slice(1))
  const cursors = { before: `c${start}`, after: `c${start + limit}` }
  const next = namesNext && start + limit < all.length ? { next: 'https://graph.example/next?access_token=top-secret-token' } : {}
  return { data: all.slice(start, start + limit).map(show), paging: { cursors, ...next } }
}

export interface FakeContainer {
  readonly id: string
  readonly text: string
  readonly pictures: number
  readonly answers: string | null
  readonly isFilm: boolean
  readonly quotes: string | null
  isPublished: boolean
}

/** Containers as Meta has them: nobody sees them, and each is published once. */
export function createContainers(nextId: () => number) {
  const containers = new Map<string, FakeContainer>()
  return {
    make(text: string, pictures: number, answers: string | null = null, isFilm = false, quotes: string | null = null): FakeContainer {
      const made = { id: String(nextId()), text, pictures, answers, isFilm, quotes, isPublished: false }
      containers.set(made.id, made)
      return made
    },
    find: (id: string) => containers.get(id),
    /** null: there is none, or it is out already. */
    publish(id: string): FakeContainer | null {
      const found = containers.get(id)
      if (found === undefined || found.isPublished) return null
      found.isPublished = true
      return found
    },
    stateOf: ({ isPublished }: FakeContainer): string => (isPublished ? 'PUBLISHED' : 'FINISHED')
  }
}
