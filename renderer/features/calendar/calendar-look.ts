import type { CalendarOptions } from '@fullcalendar/react'
import { joinClassNames } from '../../components/join-class-names.ts'
import styles from './calendar-look.module.css'

const isWeekend = (dayOfWeek: number): boolean => dayOfWeek === 0 || dayOfWeek === 6

/** The calendar library's parts in the studio's type and density; its own classes stay beside these. */
export const calendarLook: CalendarOptions = {
  dayHeaderInnerClass: (info) => joinClassNames(styles.dayHeader, info.isToday && styles.dayHeaderToday),
  dayCellClass: (info) => joinClassNames(info.isOther && styles.otherMonth, !info.isOther && isWeekend(info.dow) && styles.weekend),
  dayCellTopInnerClass: (info) => joinClassNames(styles.dayNumber, info.isToday && styles.dayNumberToday),
  slotHeaderInnerClass: styles.slotHeader,
  rowEventClass: styles.event,
  columnEventClass: styles.columnEvent,
  columnEventInnerClass: styles.columnEventInner,
  rowMoreLinkClass: styles.more,
  rowMoreLinkInnerClass: styles.moreInner,
  popoverClass: styles.popover,
  popoverCloseClass: styles.popoverClose,
  listDayHeaderClass: styles.listDay,
  // The library gives the weekday once more at the end of the line, and takes `false` for the format of that for nothing.
  listDayHeaderInnerClass: (info) => joinClassNames(styles.listDayText, info.level > 0 && styles.listDaySide),
  listItemEventClass: styles.listEvent,
  noEventsClass: styles.nothing,
  // Posts of the same hour stand beside each other: one that lies over another hides its hour and its words.
  slotEventOverlap: false,
  allDaySlot: false,
  // As much as a card with two lines of text takes.
  eventMinHeight: 43
}
