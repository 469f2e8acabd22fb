export interface Comment {
  readonly id: string
  readonly under: string
  readonly parent: string | null
  readonly text: string
  readonly author: 'us' | 'them'
  readonly createdAt: number
}

export const fakePageId = '1001'
export const themId = '2002'

/** As the Graph writes it: to the second, the zone without a colon. */
export const written = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, '+0000')

/** Only what was asked for, as the Graph does. */
export function project(asked: string, object: Readonly<Record<string, unknown>>): object {
  const names = asked.replaceAll(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '').split(',').map((name) => name.split('.')[0])
  return Object.fromEntries(Object.entries(object).filter(([name, value]) => value !== undefined && (name === 'id' || names.includes(name))))
}

/** A page of a list, with the place of the next as the Graph gives it: the address there bears the token. */
export function page<Item>(all: readonly Item[], { limit, after }: { limit: number; after: string | null }, show: (item: Item) => object): object {
  const start = after === null ? 0 : Number(after.slice(1))
  const shown = all.slice(start, start + limit)
  const cursors = { before: `c${start}`, after: `c${start + limit}` }
  return { data: shown.map(show), paging: { cursors, ...(start + limit < all.length ? { next: 'https://graph.facebook.com/next?access_token=top-secret-token' } : {}) } }
}

/** What is said under posts, and who likes it. */
export function createComments() {
  const comments: Comment[] = []
  const liked = new Set<string>()
  let lastId = 500

  const show = ({ id, under, parent, text, author, createdAt }: Comment, fields: string): object =>
    project(fields, {
      id, message: text, created_time: written(createdAt), from: author === 'us' ? { id: fakePageId, name: 'Atelier' } : { id: themId, name: 'Tom' },
      parent: parent === null ? undefined : { id: parent, from: { id: themId, name: 'Tom' } }, permalink_url: `https://www.facebook.com/${under}?comment_id=${id}`, user_likes: liked.has(id)
    })
  return {
    liked,
    find: (id: string) => comments.find((comment) => comment.id === id),
    add(under: string, text: string, author: Comment['author'], parent: string | null = null): Comment {
      lastId += 1
      const made = { id: `${under.split('_')[1] ?? ''}_${lastId}`, under, parent, text, author, createdAt: Date.now() }
      comments.push(made)
      return made
    },
    show,
    remove: (comment: Comment) => void comments.splice(comments.indexOf(comment), 1),
    /** Newest first; of a comment, its answers. */
    list: (of: string, place: { limit: number; after: string | null }, fields: string) => page(comments.filter(({ under, parent }) => under === of || parent === of).toReversed(), place, (comment) => show(comment, fields))
  }
}
