import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Icon } from '../components/icon.ts'

export type CommandGroup = 'go' | 'create' | 'clients' | 'view' | 'studio'

/** Something the user can do by name or by key. */
export interface Command {
  /** Unique within its scope: `inbox.markDone`. */
  readonly id: string
  /** A verb first, in the language of the moment: “Mark as done”. */
  readonly title: string
  /** Heading in the palette; a screen's own commands stand under the screen's name. */
  readonly group?: CommandGroup
  readonly icon?: Icon
  /** `mod+k`, `e`, `shift+enter`, `g i`. See shortcut.ts. */
  readonly shortcut?: string
  /** Other words people may search for. */
  readonly keywords?: readonly string[]
  /** There is nothing to do it to now: not offered, and its shortcut does nothing. */
  readonly disabled?: boolean
  /** Why it is disabled, for people: then the palette offers it in grey with these words, and its shortcut says them. Only with `disabled`. */
  readonly refusal?: string
  /** Works even while the user types in a field; only for shortcuts with `mod`, Alt and a digit (Alt and a letter types a character on a Mac), or a function key. */
  readonly worksWhileTyping?: boolean
  /** Found by key and listed under `?`, but not offered in the palette (moving up and down a list). */
  readonly isHiddenFromPalette?: boolean
  readonly run: () => void
}

type Look = Omit<Command, 'icon' | 'run'>

/** A set of commands that live as long as their screen. */
export interface CommandScope {
  readonly name: string
  /** Heading for the palette and the list of shortcuts. */
  readonly title: string
  readonly commands: readonly Command[]
}

interface RegistryState {
  /** Newest last: where two scopes claim the same key, the newer one has it. */
  readonly scopes: readonly CommandScope[]
}

export const commandRegistry = createStore<RegistryState>(() => ({ scopes: [] }))

/**
 * Offers commands to the palette, to the keyboard and to the list of shortcuts. A scope of the same name is replaced in place.
 * Returns the function that withdraws them.
 */
export function registerCommands(scope: Pick<CommandScope, 'name' | 'title'>, commands: readonly Command[]): () => void {
  const entry: CommandScope = { ...scope, commands }
  commandRegistry.setState(({ scopes }) => ({
    scopes: scopes.some(({ name }) => name === scope.name) ? scopes.map((known) => (known.name === scope.name ? entry : known)) : [...scopes, entry]
  }))
  return () => commandRegistry.setState(({ scopes }) => ({ scopes: scopes.filter((known) => known !== entry) }))
}

/**
 * Registers while the component is mounted; the newest closures are always the ones that run. In the same task as what they act on is drawn: a key that is
 * pressed at the sight of it is not lost, nor taken for what stood there before.
 */
export function useCommands(scope: Pick<CommandScope, 'name' | 'title'>, commands: readonly Command[]): void {
  const newest = useRef(commands)
  useLayoutEffect(() => {
    newest.current = commands
  })
  const { name, title } = scope
  // What is shown decides when to register anew; icons and functions are looked up when they are needed.
  const looks = JSON.stringify(commands.map(({ icon: _icon, run: _run, ...look }) => look))
  useLayoutEffect(() => {
    const known: readonly Look[] = JSON.parse(looks)
    return registerCommands(
      { name, title },
      known.map((look) => {
        const find = (): Command | undefined => newest.current.find(({ id }) => id === look.id)
        const icon = find()?.icon
        return { ...look, ...(icon === undefined ? {} : { icon }), run: () => find()?.run() }
      })
    )
  }, [name, title, looks])
}

export function useCommandScopes(): readonly CommandScope[] {
  return useStore(commandRegistry, (state) => state.scopes)
}
