import { MoreHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import { Menu, type MenuEntry } from './Menu.tsx'
import styles from './PickRow.module.css'

export interface PickRowProps {
  readonly name: string
  /** Two lines of what it holds. */
  readonly text: ReactNode
  /** Beneath: what else there is to know. */
  readonly facts?: string
  readonly onPick: () => void
  readonly menuLabel: string
  readonly menu: readonly MenuEntry[]
}

/** One of the things a panel offers to take, an item of its list: a press takes it, the menu at its end does the rest. */
export function PickRow({ name, text, facts = '', onPick, menuLabel, menu }: PickRowProps): React.JSX.Element {
  return (
    <li className={styles.row}>
      <button type="button" data-pick className={styles.pick} onClick={onPick}>
        <span className={styles.name}>{name}</span>
        <span className={styles.text}>{text}</span>
        {facts !== '' && <span className={styles.facts}>{facts}</span>}
      </button>
      <Menu align="end" trigger={<IconButton size="small" icon={MoreHorizontal} label={menuLabel} />} entries={menu} />
    </li>
  )
}
