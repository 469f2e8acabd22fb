import type { Command, CommandScope } from './command-registry.ts'

export interface PaletteGroup {
  /** Heading. */
  readonly value: string
  readonly items: readonly PaletteItem[]
}

export interface PaletteItem {
  readonly id: string
  readonly heading: string
  readonly command: Command
}

/** Every command the palette offers now, under its heading: nothing that would do nothing, unless it says why. `groupTitle` gives the heading of a group. */
export function listCommands(scopes: readonly CommandScope[], groupTitle: (command: Command, scope: CommandScope) => string): readonly PaletteItem[] {
  // The screen's own commands come first: they are what is most likely meant.
  return scopes.toReversed().flatMap((scope) =>
    scope.commands
      .filter((command) => command.isHiddenFromPalette !== true && (command.disabled !== true || command.refusal !== undefined))
      .map((command) => ({ id: `${scope.name}/${command.id}`, heading: groupTitle(command, scope), command }))
  )
}

/** Those that match, best first within each heading; headings in the order of their best command. */
export function rankCommands(items: readonly PaletteItem[], query: string): readonly PaletteGroup[] {
  const wanted = fold(query).trim()
  const scored = items
    .map((item, place) => ({ item, place, score: wanted === '' ? 1 : scoreOf(item, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || one.place - other.place)
  const groups = new Map<string, PaletteItem[]>()
  for (const { item } of scored) groups.set(item.heading, [...(groups.get(item.heading) ?? []), item])
  return [...groups].map(([value, members]) => ({ value, items: members }))
}

/** 0: no match. Whole start of the title > start of a word > every word somewhere > the letters in order. */
function scoreOf({ command, heading }: PaletteItem, wanted: string): number {
  const title = fold(command.title)
  if (title.startsWith(wanted)) return 100
  const words = title.split(/[^\p{L}\p{N}]+/u)
  if (words.some((word) => word.startsWith(wanted))) return 80
  if (wanted.length > 1 && initials(words).startsWith(wanted)) return 70
  const haystack = [title, fold(heading), ...(command.keywords ?? []).map(fold)].join(' ')
  const parts = wanted.split(/\s+/)
  if (parts.every((part) => haystack.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(part)))) return 60
  if (parts.every((part) => haystack.includes(part))) return 40
  return wanted.length > 2 && hasInOrder(title, wanted) ? 10 : 0
}

function initials(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

function hasInOrder(text: string, letters: string): boolean {
  let from = 0
  for (const letter of letters.replaceAll(' ', '')) {
    const found = text.indexOf(letter, from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}

/** Lower case without accents, so that `reglages` finds `Réglages`. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
