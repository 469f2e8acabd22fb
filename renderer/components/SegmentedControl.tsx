import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { smallIconProps, type Icon } from './icon.ts'
import styles from './SegmentedControl.module.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: Icon
  /** Shows the icon alone; the label stays the accessible name. */
  readonly isIconOnly?: boolean
}

export interface SegmentedControlProps<Value extends string> {
  /** Accessible name of the whole. */
  readonly label: string
  /** null: nothing is chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly segments: readonly Segment<Value>[]
  readonly size?: 'small' | 'medium'
  readonly className?: string
}

/** Two to five views of the same thing, one shown: month / week / list. */
export function SegmentedControl<Value extends string>({ label, value, onChange, segments, size = 'medium', className }: SegmentedControlProps<Value>) {
  function handleChange(next: Value[]) {
    // Pressing the chosen segment again empties the group; one of them always stays chosen.
    const chosen = next[0]
    if (chosen !== undefined) onChange(chosen)
  }

  return (
    <ToggleGroup<Value> aria-label={label} value={value === null ? [] : [value]} onValueChange={handleChange} className={className} render={<div className={styles.group} data-size={size} />}>
      {segments.map(({ value: segment, label: text, icon: Drawing, isIconOnly = false }) => (
        <Toggle<Value> key={segment} value={segment} className={styles.segment} aria-label={isIconOnly ? text : undefined}>
          {Drawing ? <Drawing {...smallIconProps} /> : null}
          {isIconOnly ? null : text}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
