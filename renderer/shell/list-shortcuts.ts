import type { CommandScope } from './command-registry.ts'
import { isSingleKey } from './shortcut.ts'

export interface ShortcutSection {
  readonly title: string
  readonly lines: readonly { readonly title: string; readonly shortcuts: readonly string[] }[]
}

/** Every key that does something, under its heading, the newest scope first. What has two keys, and what has the same heading, stands once. */
export function listShortcuts(scopes: readonly CommandScope[], allowsSingleKeys: boolean): readonly ShortcutSection[] {
  const sections = new Map<string, Map<string, readonly string[]>>()
  for (const { title: heading, commands } of scopes.toReversed()) {
    const lines = sections.get(heading) ?? new Map<string, readonly string[]>()
    for (const { title, shortcut } of commands) {
      if (shortcut !== undefined && (allowsSingleKeys || !isSingleKey(shortcut))) lines.set(title, [...(lines.get(title) ?? []), shortcut])
    }
    if (lines.size > 0) sections.set(heading, lines)
  }
  return [...sections].map(([title, lines]) => ({ title, lines: [...lines].map(([name, shortcuts]) => ({ title: name, shortcuts })) }))
}
