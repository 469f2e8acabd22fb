import type { LibraryPicture } from '../../../shared/media/library-picture.ts'

export const uses = ['all', 'unused', 'open', 'used', 'copies'] as const
export type Use = (typeof uses)[number]

/** What of the library is shown. */
export interface LibraryFilter {
  readonly use: Use
  /** null: whatever the folder; empty: in none. */
  readonly folder: string | null
  readonly tag: string | null
}

export const everything: LibraryFilter = { use: 'all', folder: null, tag: null }

/** `open`: a draft or a planned post has it; `copies`: the same content was added more than once. */
export function isShown({ use, folder, tag }: LibraryFilter, picture: LibraryPicture): boolean {
  return isUsedSo(use, picture) && (folder === null || picture.folder === folder) && (tag === null || picture.tags.includes(tag))
}

function isUsedSo(use: Use, { useCount, openCount, sameIds }: LibraryPicture): boolean {
  switch (use) {
    case 'all':
      return true
    case 'unused':
      return useCount === 0
    case 'open':
      return openCount > 0
    case 'used':
      return useCount > 0
    case 'copies':
      return sameIds.length > 1
  }
}

/** Every folder and every tag that a picture has, each once, in order. */
export function namesIn(pictures: readonly LibraryPicture[], language: string): { readonly folders: readonly string[]; readonly tags: readonly string[] } {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  const folders = new Set(pictures.map(({ folder }) => folder).filter((folder) => folder !== ''))
  const tags = new Set(pictures.flatMap((picture) => picture.tags))
  return { folders: [...folders].toSorted(compare), tags: [...tags].toSorted(compare) }
}

/** Which pictures are chosen, and which one has the focus; `anchor` is where a stretch began. */
export interface Choice {
  readonly current: string | null
  readonly anchor: string | null
  readonly ids: readonly string[]
}

export const nothing: Choice = { current: null, anchor: null, ids: [] }

/** `only`: this one; `toggle`: this one too, or no more; `stretch`: all from the anchor to this one; `look`: moves the focus and chooses nothing. */
export type ChooseHow = 'only' | 'toggle' | 'stretch' | 'look'

export function choose(choice: Choice, ids: readonly string[], id: string, how: ChooseHow): Choice {
  switch (how) {
    case 'only':
      return { current: id, anchor: id, ids: [id] }
    case 'toggle':
      return { current: id, anchor: id, ids: choice.ids.includes(id) ? choice.ids.filter((other) => other !== id) : [...choice.ids, id] }
    case 'look':
      return { ...choice, current: id }
    case 'stretch': {
      const [from, to] = [ids.indexOf(choice.anchor ?? id), ids.indexOf(id)]
      return { current: id, anchor: choice.anchor ?? id, ids: from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1) }
    }
  }
}

/** Without what is no longer shown. */
export function kept(choice: Choice, ids: readonly string[]): Choice {
  const known = new Set(ids)
  const at = (id: string | null): string | null => (id !== null && known.has(id) ? id : null)
  return { current: at(choice.current), anchor: at(choice.anchor), ids: choice.ids.filter((id) => known.has(id)) }
}

/** Where a key leads in a grid of `columns`; null when it leads nowhere. `from` is -1 while nothing has the focus. */
export function placeInGrid(key: string, from: number, count: number, columns: number): number | null {
  const to = stepFor(key, from, count, columns)
  return to === null || count === 0 ? null : Math.max(0, Math.min(count - 1, to))
}

function stepFor(key: string, from: number, count: number, columns: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return from - 1
    case 'ArrowRight':
      return from + 1
    case 'ArrowUp':
      return from - columns < 0 ? from : from - columns
    case 'ArrowDown':
      return from === -1 ? 0 : from + columns >= count ? from : from + columns
    case 'PageUp':
      return from - 4 * columns
    case 'PageDown':
      return from + 4 * columns
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
