import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../language/use-formats.ts'
import { IconButton } from './IconButton.tsx'
import { dayAfterKey, monthWeeks } from './month-weeks.ts'
import styles from './DayGrid.module.css'

export interface DayGridProps {
  /** The chosen day, `2026-11-21`; empty when there is none. */
  readonly value: string
  readonly today: string
  readonly onChoose: (day: string) => void
  /** The day that the keyboard stands on. */
  readonly focusRef: RefObject<HTMLButtonElement | null>
}

/** One month to choose a day from, with one place in the order of focus: arrows, Home, End, Page Up and Page Down move, Enter chooses. */
export function DayGrid({ value, today, onChoose, focusRef }: DayGridProps) {
  const { t } = useTranslation('components')
  const formats = useFormats()
  const titleId = useId()
  const [current, setCurrent] = useState(value === '' ? today : value)
  // After a key the focus follows; after the buttons of the head it stays there.
  const followsFocus = useRef(false)
  const weeks = monthWeeks(current)

  useEffect(() => {
    if (followsFocus.current) focusRef.current?.focus()
    followsFocus.current = false
  })

  function handleKeyDown(event: KeyboardEvent) {
    const next = dayAfterKey(current, event.key)
    if (next === null) return
    event.preventDefault()
    followsFocus.current = true
    setCurrent(next)
  }

  function turn(key: 'PageUp' | 'PageDown') {
    setCurrent((day) => dayAfterKey(day, key) ?? day)
  }

  return (
    <div className={styles.month}>
      <div className={styles.head}>
        <IconButton icon={ChevronLeft} size="small" label={t('previousMonth')} onClick={() => turn('PageUp')} />
        <span id={titleId} className={styles.title} aria-live="polite">
          {formats.month(noonOf(current), 'UTC')}
        </span>
        <IconButton icon={ChevronRight} size="small" label={t('nextMonth')} onClick={() => turn('PageDown')} />
      </div>
      <table aria-labelledby={titleId} className={styles.grid}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={formats.weekday(noonOf(day), 'long', 'UTC')}>
                {formats.weekday(noonOf(day), 'short', 'UTC')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    {...(day === current ? { ref: focusRef } : {})}
                    className={styles.day}
                    tabIndex={day === current ? 0 : -1}
                    aria-label={formats.longDay(noonOf(day), 'UTC')}
                    aria-current={day === today ? 'date' : undefined}
                    data-other={day.slice(0, 7) === current.slice(0, 7) ? undefined : ''}
                    aria-pressed={day === value}
                    onKeyDown={handleKeyDown}
                    onClick={() => onChoose(day)}
                  >
                    {String(Number(day.slice(8)))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A moment that shows this date in the zone `UTC`: for writing it, never for computing. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}
