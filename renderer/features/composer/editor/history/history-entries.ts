import type { TextHistory } from '../../../../../shared/posts/text-history.ts'

/** What a write to the database takes. */
export type EntriesToKeep = Pick<TextHistory, 'first' | 'last' | 'position' | 'entries'>

/** The entries of one text, by number, and where the text stands among them. Those that are not in hand lie in the database. */
export interface HistoryEntries {
  readonly first: number
  readonly last: number
  readonly position: number
  /** Nothing changed since the last `taken`. */
  readonly isKept: boolean
  entry(number: number): string | null
  /** The nearest number on a side that is in hand without a gap. */
  edge(side: 'older' | 'newer'): number
  /** A new one at the end; what was taken back is gone. */
  add(entry: string): void
  /** In the place of one. */
  put(number: number, entry: string): void
  moveTo(position: number): void
  /** What cannot be read is of no use: everything on a side of where the text stands. */
  forget(side: 'older' | 'newer'): void
  /** More of what is stored. */
  take(entries: TextHistory['entries']): void
  /** What is stored comes before all that is in hand, which then begins behind it. */
  putBehind(stored: TextHistory): void
  /** What is to be written now; `undo` when it could not be. */
  taken(): { readonly toKeep: EntriesToKeep; undo(): void }
  /** What the database has left. */
  cutTo(kept: Pick<TextHistory, 'first' | 'last'>): void
}

export function createHistoryEntries(): HistoryEntries {
  let entries = new Map<number, string>()
  let changed = new Set<number>()
  let isMoved = false
  let [first, last, position] = [1, 0, 0]

  function put(number: number, entry: string): void {
    entries.set(number, entry)
    changed.add(number)
  }

  function cut(from: number, to: number): void {
    ;[first, last] = [from, to]
    for (const number of [...entries.keys()]) if (number < from || number > to) entries.delete(number)
    for (const number of [...changed]) if (number < from || number > to) changed.delete(number)
  }

  return {
    get first() {
      return first
    },
    get last() {
      return last
    },
    get position() {
      return position
    },
    get isKept() {
      return !isMoved && changed.size === 0
    },
    entry: (number) => entries.get(number) ?? null,
    edge(side) {
      let number = side === 'older' ? position : position + 1
      while (entries.has(number)) number += side === 'older' ? -1 : 1
      return side === 'older' ? number + 1 : number - 1
    },
    add(entry) {
      cut(first, position)
      position += 1
      last = position
      put(position, entry)
    },
    put,
    moveTo(to) {
      position = to
      isMoved = true
    },
    forget(side) {
      isMoved = true
      if (side === 'older') cut(position + 1, last)
      else cut(first, position)
    },
    take(more) {
      for (const { number, entry } of more) if (!entries.has(number) && number >= first && number <= last) entries.set(number, entry)
    },
    putBehind(stored) {
      const own = [...entries].toSorted(([one], [other]) => one - other)
      const begin = stored.position
      entries = new Map(stored.entries.filter(({ number }) => number <= begin || own.length === 0).map(({ number, entry }) => [number, entry]))
      changed = new Set()
      for (const [number, entry] of own) put(number + begin, entry)
      ;[first, last, position] = [stored.first, own.length === 0 ? stored.last : begin + last, begin + position]
    },
    taken() {
      const [before, wasMoved] = [changed, isMoved]
      changed = new Set()
      isMoved = false
      const toKeep = { first, last, position, entries: [...before].toSorted((one, other) => one - other).flatMap((number) => ({ number, entry: entries.get(number) ?? '' })) }
      return {
        toKeep,
        undo() {
          for (const number of before) if (entries.has(number)) changed.add(number)
          isMoved ||= wasMoved
        }
      }
    },
    cutTo(kept) {
      const isFree = kept.first <= position + 1 && kept.last >= position && changed.size === 0
      if (isFree) return cut(Math.max(first, kept.first), Math.min(last, kept.last))
      // Somebody went on into what was cut: it is written again.
      for (const number of entries.keys()) if (number < kept.first || number > kept.last) changed.add(number)
    }
  }
}
