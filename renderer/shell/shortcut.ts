import { isApplePlatform } from '../components/describe-shortcut.ts'

/** The part of a keyboard event that a shortcut depends on. */
export interface KeyPress {
  readonly key: string
  /** The key's place on the keyboard, `Digit1`: what Alt makes of digits differs from layout to layout. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * Says a key press the way shortcuts are written: `mod+k`, `g`, `?`, `shift+enter`. `mod` is ⌘ on macOS and Ctrl elsewhere.
 * Shift is not named for characters: `?` is `?` on every keyboard layout, whatever keys make it. Null for a lone modifier.
 */
export function chordOf(press: KeyPress, onApple = isApplePlatform()): string | null {
  const isOther = onApple ? press.ctrlKey : press.metaKey
  if (loneKeys.has(press.key) || isOther) return null
  const digit = press.altKey ? /^Digit(\d)$/.exec(press.code ?? '')?.[1] : undefined
  const key = press.key === ' ' ? 'space' : (digit ?? press.key.toLowerCase())
  return [...modifiersOf(press, key, onApple), key].join('+')
}

const loneKeys: ReadonlySet<string> = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead', 'CapsLock'])

function modifiersOf(press: KeyPress, key: string, onApple: boolean): readonly string[] {
  const isCharacter = key.length === 1
  const isMod = onApple ? press.metaKey : press.ctrlKey
  // AltGr arrives as Ctrl+Alt on Windows and makes characters: then it is no modifier.
  if (isCharacter && isMod && press.altKey && !onApple) return []
  const isShiftNamed = press.shiftKey && (!isCharacter || (isMod && /[a-z]/.test(key)))
  return [isMod ? 'mod' : null, press.altKey ? 'alt' : null, isShiftNamed ? 'shift' : null].filter((name) => name !== null)
}

/** Puts the parts in the order that `chordOf` uses: `Shift+Mod+P` → `mod+shift+p`. */
export function normaliseShortcut(shortcut: string): string {
  return shortcut
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .map((chord) => {
      const parts = chord === '+' ? ['+'] : chord.split('+')
      const key = parts.at(-1) ?? ''
      // `shift+?` is another way to write `?`.
      const isPlainCharacter = key.length === 1 && !/[a-z0-9]/.test(key)
      const modifiers = ['mod', 'alt', 'shift'].filter((modifier) => parts.includes(modifier) && !(modifier === 'shift' && isPlainCharacter))
      return [...modifiers, key].join('+')
    })
    .join(' ')
}

/** What the keys pressed so far mean among the known shortcuts. */
export function matchShortcut(pressed: readonly string[], shortcuts: readonly string[]): 'none' | 'partial' | { readonly shortcut: string } {
  const typed = pressed.join(' ')
  const exact = shortcuts.find((shortcut) => shortcut === typed)
  if (exact !== undefined) return { shortcut: exact }
  return shortcuts.some((shortcut) => shortcut.startsWith(`${typed} `)) ? 'partial' : 'none'
}

/** Whether a shortcut, or a part of it, is a character alone: `e`, `?`, `g i`. Those can be switched off; arrows and Escape stay. */
export function isSingleKey(shortcut: string): boolean {
  return shortcut.split(' ').some((chord) => [...chord].length === 1)
}
