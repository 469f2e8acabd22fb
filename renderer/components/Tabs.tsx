import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { CountBadge } from './CountBadge.tsx'
import { iconProps, type Icon } from './icon.ts'
import styles from './Tabs.module.css'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: Icon
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps<Value extends string> {
  /** Accessible name of the row of tabs. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly Tab<Value>[]
  readonly className?: string
}

/** Tabs with their panels; only the chosen panel is mounted. */
export function Tabs<Value extends string>({ label, value, onChange, tabs, className }: TabsProps<Value>) {
  return (
    <BaseTabs.Root className={className} value={value} onValueChange={(next: Value) => onChange(next)}>
      <BaseTabs.List className={styles.list} aria-label={label} activateOnFocus>
        {tabs.map(({ value: tab, label: text, icon: Drawing, count }) => (
          <BaseTabs.Tab key={tab} value={tab} className={styles.tab}>
            {Drawing ? <Drawing {...iconProps} /> : null}
            {text}
            {count === undefined ? null : <CountBadge count={count} />}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className={styles.indicator} />
      </BaseTabs.List>
      {tabs.map(({ value: tab, content }) => (
        <BaseTabs.Panel key={tab} value={tab} className={styles.panel}>
          {content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  )
}
