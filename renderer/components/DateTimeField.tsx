import { Field as BaseField } from '@base-ui/react/field'
import { CalendarDays } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { hourOfADay, isNoSuchDay, readDate, readDateTime, writeDateTime } from '../language/typed-date-time.ts'
import { useFormats } from '../language/use-formats.ts'
import { DayGrid } from './DayGrid.tsx'
import { Field, type FieldTexts } from './Field.tsx'
import { smallIconProps } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import { Popover } from './Popover.tsx'
import { Select } from './Select.tsx'
import controlStyles from './control.module.css'
import styles from './DateTimeField.module.css'

export interface DateTimeFieldProps extends FieldTexts {
  /** `datetime`: `2026-11-21T09:00`; `date`: `2026-11-21`. Wall-clock, without a zone; empty when not set. */
  readonly value: string
  /** Empty while what is typed cannot be understood: a time that nobody sees must never be used. */
  readonly onChange: (value: string) => void
  readonly kind?: 'datetime' | 'date'
  /** The day it is where the time counts, `2026-11-21`: what “tomorrow” and a date without a year mean. */
  readonly today: string
  readonly className?: string
  readonly disabled?: boolean
}

/** What is in the field while somebody types, and the value to go back to. */
interface Typing {
  readonly text: string
  readonly before: string
  /** Somebody went on without mending it: now what is wrong is said. */
  readonly isLeft: boolean
}

/**
 * A date, or a date and a time, typed (`28/11 9:30`, `tomorrow 9:30`) or picked from a month, in the studio's own language and with 24 hours: the
 * browser's native fields speak the system's. Name the time zone in the label, the hint or beside it.
 */
export function DateTimeField({ value, onChange, kind = 'datetime', today, className, disabled = false, error, ...texts }: DateTimeFieldProps) {
  const { t } = useTranslation('components')
  const formats = useFormats()
  const [typing, setTyping] = useState<Typing | null>(null)
  const [isOpen, setOpen] = useState(false)
  const currentDay = useRef<HTMLButtonElement>(null)
  const isUnreadable = typing !== null && typing.text.trim() !== '' && read(typing) === null

  function read({ text, before }: Typing): string | null {
    const context = { locale: formats.locale, today, current: before }
    return kind === 'date' ? readDate(text, context) : readDateTime(text, context)
  }

  function whyUnreadable(text: string): string {
    if (isNoSuchDay(text, formats)) return t('noSuchDay')
    return t(kind === 'date' ? 'dateUnreadable' : 'dateTimeUnreadable')
  }

  function handleType(text: string) {
    const now = { text, before: typing?.before ?? value, isLeft: false }
    setTyping(now)
    onChange(read(now) ?? '')
  }

  /** Writes out what was understood; what was not stays to be mended. */
  function settle() {
    setTyping(typing !== null && isUnreadable ? { ...typing, isLeft: true } : null)
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') settle()
    if (event.key === 'ArrowDown' && event.altKey) setOpen(true)
    if (event.key !== 'Escape' || typing === null) return
    event.stopPropagation()
    setTyping(null)
    onChange(typing.before)
  }

  function handlePick(next: string) {
    setTyping(null)
    onChange(next)
    if (kind === 'date') setOpen(false)
  }

  return (
    <Field {...texts} error={error ?? (typing?.isLeft === true && isUnreadable ? whyUnreadable(typing.text) : undefined)} className={className} disabled={disabled}>
      <div className={joinClassNames(controlStyles.control, controlStyles.group)} data-disabled={disabled ? '' : undefined}>
        <BaseField.Control
          className={joinClassNames(controlStyles.groupInput, styles.input)}
          autoComplete="off"
          spellCheck={false}
          placeholder={t(kind === 'date' ? 'datePlaceholder' : 'dateTimePlaceholder')}
          value={typing?.text ?? writeDateTime(value, formats)}
          onValueChange={handleType}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={settle}
          onKeyDown={handleKeyDown}
        />
        <Popover
          label={t('chooseDay')}
          open={isOpen}
          onOpenChange={setOpen}
          align="end"
          initialFocus={currentDay}
          trigger={
            <button type="button" className={controlStyles.groupButton} aria-label={t('chooseDay')} disabled={disabled}>
              <CalendarDays {...smallIconProps} />
            </button>
          }
        >
          <Picker value={value} kind={kind} today={today} focusRef={currentDay} onPick={handlePick} />
        </Popover>
      </div>
    </Field>
  )
}

interface PickerProps {
  readonly value: string
  readonly kind: 'datetime' | 'date'
  readonly today: string
  readonly focusRef: RefObject<HTMLButtonElement | null>
  readonly onPick: (value: string) => void
}

/** The panel: a month, and under it the hour. */
function Picker({ value, kind, today, focusRef, onPick }: PickerProps) {
  const { t } = useTranslation('components')
  const [day = '', time] = value.split('T')
  const shown = time ?? hourOfADay
  return (
    <div className={styles.picker}>
      <DayGrid value={day} today={today} focusRef={focusRef} onChoose={(chosen) => onPick(kind === 'date' ? chosen : `${chosen}T${shown}`)} />
      {kind === 'datetime' && (
        <Select
          label={t('hour')}
          value={shown}
          onChange={(chosen) => onPick(`${day === '' ? today : day}T${chosen}`)}
          options={halfHoursWith(shown).map((hour) => ({ value: hour, label: hour }))}
        />
      )}
    </div>
  )
}

function halfHoursWith(time: string): readonly string[] {
  const all = Array.from({ length: 48 }, (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`)
  return all.includes(time) ? all : [...all, time].toSorted()
}
