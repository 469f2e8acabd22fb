import { describeShortcut } from './describe-shortcut.ts'
import styles from './Kbd.module.css'

export interface KbdProps {
  /** As in the command registry: `mod+k`, `shift+?`, `g i`. `mod` is ⌘ on macOS and Ctrl elsewhere. */
  readonly shortcut: string
  /** `onFill`: for use on a coloured button. */
  readonly tone?: 'plain' | 'onFill' | 'inverse'
}

/** Shows a shortcut as keys. */
export function Kbd({ shortcut, tone = 'plain' }: KbdProps) {
  return (
    <kbd className={styles.shortcut} data-tone={tone} data-alone={/(^| ).( |$)/u.test(shortcut) ? '' : undefined}>
      {describeShortcut(shortcut).map((key, index) => (
        <span key={`${key}-${String(index)}`} className={styles.key}>
          {key}
        </span>
      ))}
    </kbd>
  )
}
