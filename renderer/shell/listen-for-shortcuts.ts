import { showToast } from '../components/toaster.ts'
import { commandRegistry, type Command } from './command-registry.ts'
import { overlayStore, type Overlay } from './overlay-store.ts'
import { chordOf, isSingleKey, matchShortcut, normaliseShortcut } from './shortcut.ts'
import { studioStore } from './studio-store.ts'

/** How long the second key of `g i` may take, in ms. */
const sequencePause = 1_200

const historyKeys: ReadonlySet<string> = new Set(['mod+z', 'mod+shift+z', 'mod+y'].map(normaliseShortcut))

/** Runs the commands of the registry on their keys; returns the function that stops listening. */
export function listenForShortcuts(target: Document = document): () => void {
  let pressed: readonly string[] = []
  let forget: ReturnType<typeof setTimeout> | undefined

  function handleKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const chord = chordOf(event)
    if (chord === null) return
    keepOtherFields(event, chord)
    clearTimeout(forget)
    const table = shortcutTable(event.target)
    const match = matchShortcut([...pressed, chord], [...table.keys()])
    pressed = match === 'partial' ? [...pressed, chord] : []
    if (match === 'partial') forget = setTimeout(() => (pressed = []), sequencePause)
    if (typeof match === 'string') return
    event.preventDefault()
    const command = table.get(match.shortcut)
    // The key is swallowed all the same, or the native menu, which has some of them too, would act through the dialog.
    if (command !== undefined && (!isModalOpen() || leadsFromSearchToSearch(command) || isEmergency(command))) obey(command)
  }

  target.addEventListener('keydown', handleKeyDown)
  return () => {
    clearTimeout(forget)
    target.removeEventListener('keydown', handleKeyDown)
  }
}

/** Outside of a text the browser would take back letters of whatever field was written in last, seen or not. */
function keepOtherFields(event: KeyboardEvent, chord: string): void {
  if (historyKeys.has(chord) && !isTextPlace(event.target)) event.preventDefault()
}

function obey(command: Command): void {
  if (command.disabled === true) showToast({ kind: 'warning', title: command.refusal ?? command.title })
  else command.run()
}

/** The shortcuts that count at the place where the key was pressed. Newer scopes come last and so win. */
function shortcutTable(place: EventTarget | null): ReadonlyMap<string, Command> {
  // Between the opening of a layer and the moment it has the focus, letters are already meant for it.
  const isElsewhere = isTextPlace(place) || isLayerAbove(place)
  const allowsSingleKeys = studioStore.getState().settings.singleKeyShortcuts
  const table = new Map<string, Command>()
  for (const { commands } of commandRegistry.getState().scopes) {
    for (const command of commands) {
      if (command.shortcut === undefined || (command.disabled === true && command.refusal === undefined)) continue
      if (isElsewhere && command.worksWhileTyping !== true) continue
      const shortcut = normaliseShortcut(command.shortcut)
      if (allowsSingleKeys || !isSingleKey(shortcut)) table.set(shortcut, command)
    }
  }
  return table
}

/** Whether a dialog stands that must be answered first: what is behind it does nothing meanwhile, by key no more than by mouse. */
function isModalOpen(): boolean {
  return overlayStore.getState().open !== null || document.querySelector('[data-modal]:not([data-closed])') !== null
}

/** The palette and the search over posts hold nothing that could be lost: from one the key of the other leads there. */
function leadsFromSearchToSearch({ id }: Command): boolean {
  const { open } = overlayStore.getState()
  return open !== null && searches.has(open) && searches.has(id)
}

/** Holding everything waits for no dialog: what is open may be what keeps the hand from it. */
const isEmergency = ({ id, shortcut }: Command): boolean => id === 'hold' && shortcut !== undefined

/** Overlays, and the commands of the same names that open them. */
const searches: ReadonlySet<string> = new Set<Overlay>(['palette', 'searchPosts'])

/** Dialogs and menus keep keys to themselves; a list that is part of a screen (`data-inline`) does not. */
const layers = ['[role="dialog"]', '[role="alertdialog"]', '[role="menu"]', '[role="listbox"]:not([data-inline])']

/** Also where the focus is not in it: `data-open` stands on what is open and not on its way out. */
function isLayerAbove(place: EventTarget | null): boolean {
  if (isModalOpen() || document.querySelector(layers.map((layer) => `${layer}[data-open]`).join(', ')) !== null) return true
  return place instanceof Element && place.closest(layers.join(', ')) !== null
}

function isTextPlace(place: EventTarget | null): boolean {
  if (!(place instanceof HTMLElement)) return false
  if (place.isContentEditable || place instanceof HTMLTextAreaElement || place instanceof HTMLSelectElement) return true
  return place instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit', 'reset'].includes(place.type)
}
