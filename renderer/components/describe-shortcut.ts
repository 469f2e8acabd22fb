const named: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  delete: '⌦',
  space: '␣',
  tab: '⇥'
}

export function isApplePlatform(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
}

/** The keys to show for a shortcut, one entry a key: `mod+shift+p` gives `Ctrl ⇧ P`, on macOS `⌘ ⇧ P`; `g i` gives `G I`. */
export function describeShortcut(shortcut: string, onApple = isApplePlatform()): readonly string[] {
  return shortcut.split(' ').flatMap((chord) => splitChord(chord).map((key) => describeKey(key, onApple)))
}

/** The value of `aria-keyshortcuts`; undefined for sequences, which that attribute cannot say. */
export function ariaShortcut(shortcut: string | undefined, onApple = isApplePlatform()): string | undefined {
  if (shortcut === undefined || shortcut.includes(' ')) return undefined
  return splitChord(shortcut)
    .map((key) => (key === 'mod' ? (onApple ? 'Meta' : 'Control') : key.length === 1 ? key.toUpperCase() : capitalise(key)))
    .join('+')
}

function splitChord(chord: string): readonly string[] {
  return chord === '+' ? ['+'] : chord.split('+')
}

function describeKey(key: string, onApple: boolean): string {
  switch (key) {
    case 'mod':
      return onApple ? '⌘' : 'Ctrl'
    case 'alt':
      return onApple ? '⌥' : 'Alt'
    case 'shift':
      return '⇧'
    default:
      return named[key] ?? (key.length === 1 ? key.toUpperCase() : capitalise(key))
  }
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
