import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { smallIconProps, type Icon } from './icon.ts'
import { Kbd } from './Kbd.tsx'
import styles from './listbox.module.css'

export interface MenuAction {
  readonly kind?: 'action'
  readonly id: string
  readonly label: string
  readonly onSelect: () => void
  readonly icon?: Icon
  readonly detail?: string
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly tone?: 'plain' | 'danger'
  /** Set for a choice that can be on or off; shows a tick. */
  readonly checked?: boolean
}

export type MenuEntry = MenuAction | { readonly kind: 'separator'; readonly id: string } | { readonly kind: 'heading'; readonly id: string; readonly label: string }

export interface MenuProps {
  /** A button; it becomes the trigger. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly side?: 'top' | 'bottom' | 'right'
  readonly align?: 'start' | 'end'
  /** Leave both out to let it open and close by itself. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

export interface MenuAtProps {
  /** Where it opens, on the screen; asked again when the page moves. */
  readonly place: () => DOMRect
  /** Its accessible name: what it is about. */
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** `isLeft`: something else was pressed, and has the focus; otherwise the focus is to be put back. */
  readonly onClose: (isLeft: boolean) => void
  /** Keys before the menu's own. */
  readonly onKeyDown?: (event: React.KeyboardEvent) => void
}

/** A menu at a place that is no button: a word of a text. It is open as long as it is mounted. */
export function MenuAt({ place, label, entries, onClose, onKeyDown }: MenuAtProps) {
  return (
    <BaseMenu.Root modal={false} open onOpenChange={(open, { reason }) => (open ? undefined : onClose(reason === 'outside-press' || reason === 'focus-out'))}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} anchor={{ getBoundingClientRect: place }} side="bottom" align="start" sideOffset={4} collisionPadding={8}>
          <BaseMenu.Popup className={styles.popup} aria-label={label} finalFocus={false} {...(onKeyDown === undefined ? {} : { onKeyDownCapture: onKeyDown })}>
            {entries.map((entry) => (
              <MenuLine key={entry.id} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

/** A menu of actions that opens from a button. */
export function Menu({ trigger, entries, side = 'bottom', align = 'start', open, onOpenChange }: MenuProps) {
  return (
    <BaseMenu.Root modal={false} {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} side={side} align={align} sideOffset={4} collisionPadding={8}>
          <BaseMenu.Popup className={styles.popup}>
            {entries.map((entry) => (
              <MenuLine key={entry.id} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  if (entry.kind === 'separator') return <BaseMenu.Separator className={styles.separator} />
  if (entry.kind === 'heading') return <div className={styles.groupLabel}>{entry.label}</div>
  const { label, detail, icon: Drawing, shortcut, tone = 'plain', checked } = entry
  const content = (
    <>
      {Drawing ? <Drawing {...smallIconProps} /> : null}
      <span className={styles.text}>
        {label}
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </span>
      {checked === undefined ? null : <span className={styles.mark}>{checked ? <Check {...smallIconProps} /> : null}</span>}
      {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
    </>
  )
  const shared = { className: styles.item, 'data-tone': tone, disabled: entry.disabled ?? false, label }
  return checked === undefined ? (
    <BaseMenu.Item {...shared} onClick={entry.onSelect}>
      {content}
    </BaseMenu.Item>
  ) : (
    <BaseMenu.CheckboxItem {...shared} checked={checked} onCheckedChange={entry.onSelect} closeOnClick>
      {content}
    </BaseMenu.CheckboxItem>
  )
}
