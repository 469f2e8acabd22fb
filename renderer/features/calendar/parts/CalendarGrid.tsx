import FullCalendar, { type CalendarController, type DateClickInfo, type DatesSetInfo, type DropInfo, type EventDisplayInfo, type EventDropInfo } from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import listPlugin from '@fullcalendar/react/list'
import french from '@fullcalendar/react/locales/fr'
import classicThemePlugin from '@fullcalendar/react/themes/classic'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import { useCallback, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import type { CalendarView } from '../../../shell/route.ts'
import { momentOf, outToday, toCalendarEvents, wallClock } from '../calendar-events.ts'
import { calendarLook } from '../calendar-look.ts'
import { carriedBy, type Carried } from '../carried-to-day.ts'
import { limitPerDay, pictureHeights, type PostOfDay } from '../cards-per-day.ts'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { hourOfADay } from '../../../language/typed-date-time.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { useSeries } from '../../series/use-series.ts'
import { PostCard } from './PostCard.tsx'
import '../calendar-theme.css'

const plugins = [dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin, classicThemePlugin]
export const libraryViews: Readonly<Record<CalendarView, string>> = { month: 'dayGridMonth', week: 'timeGridWeek', list: 'listAhead' }

/** The list begins with the day it is opened at: what is over is one step back. */
const ownViews = { listAhead: { type: 'list', duration: { days: 30 } } }

export interface CalendarGridProps {
  readonly workspaceId: string
  readonly timeZone: string
  /** Of the place for the calendar, in px. */
  readonly height: number
  readonly view: CalendarView
  readonly date: string | null
  readonly posts: readonly PostSummary[]
  readonly accounts: readonly Account[]
  readonly controller: CalendarController
  readonly onRange: (from: number, until: number) => void
  readonly onOpen: (postId: string) => void
  readonly onSlot: (localDateTime: string) => void
  /** Something of the shelf was dropped. */
  readonly onPlan: (carried: Carried, localDateTime: string) => void
  /** `revert` puts the card back where it was. */
  readonly onMove: (postId: string, localDateTime: string, revert: () => void) => void
}

/** Month, week or list in the client's own time zone, whatever the computer's is. */
export function CalendarGrid(props: CalendarGridProps): React.JSX.Element {
  const { workspaceId, timeZone, height, view, date, posts, accounts, controller, onRange, onOpen, onSlot, onMove, onPlan } = props
  const { t, i18n } = useTranslation('calendar')
  const hintId = useId()
  const formats = useFormats()
  // As text: the cards are given anew only when it changes, and never under a hand that drags one.
  const behind = outToday(posts, useNow(), timeZone).join(' ')
  const events = useMemo(() => toCalendarEvents(posts, new Set(behind.split(' ')), timeZone), [posts, behind, timeZone])

  const pictures = useMemo(() => pictureHeights(height, posts.flatMap((post) => postOfDay(post, timeZone))), [height, posts, timeZone])
  const series = useSeries(workspaceId)
  const repeated = useMemo(() => new Set(series.flatMap(({ occurrences }) => occurrences.flatMap(({ postId }) => postId ?? []))), [series])

  function drawEvent(info: EventDisplayInfo): React.JSX.Element | null {
    const post = posts.find((candidate) => candidate.id === info.event.id)
    if (post === undefined) return null
    const moment = momentOf(post)
    const form = view === 'month' ? 'line' : view === 'week' ? 'block' : 'wide'
    return <PostCard workspaceId={workspaceId} post={post} accounts={accounts} time={moment === null ? '' : formats.time(moment, timeZone)} form={form} isRepeated={repeated.has(post.id)} pictureHeight={pictures.get(post.id) ?? 0} />
  }

  function handleDrop(info: EventDropInfo): void {
    onMove(info.event.id, wallClock(info.event.startStr, hourOfADay), info.revert)
  }

  function handleShelfDrop(info: DropInfo): void {
    const carried = carriedBy(info.draggedEl.dataset['carried'])
    if (carried !== null) onPlan(carried, wallClock(info.dateStr, hourOfADay))
  }

  return (
    <>
      <VisuallyHidden>
        <span id={hintId}>{t('keyboardHint')}</span>
      </VisuallyHidden>
      <FullCalendar
        plugins={plugins}
        controller={controller}
        views={ownViews}
        initialView={libraryViews[view]}
        {...(date === null ? {} : { initialDate: date })}
        headerToolbar={false}
        height="100%"
        borderless
        locale={i18n.resolvedLanguage === 'fr' ? french : 'en-gb'}
        firstDay={1}
        timeZone={timeZone}
        events={events}
        {...calendarLook}
        listDayFormat={useListDayName()}
        eventContent={drawEvent}
        eventDisplay="block"
        eventOrder={view === 'month' ? 'order,start,title' : 'start,title'}
        editable
        droppable
        drop={handleShelfDrop}
        {...limitPerDay(height)}
        nowIndicator
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        scrollTime="07:30:00"
        eventInteractive
        eventDidMount={({ el }) => el.setAttribute('aria-describedby', hintId)}
        eventClick={(info) => onOpen(info.event.id)}
        dateClick={(info: DateClickInfo) => onSlot(wallClock(info.dateStr, hourOfADay))}
        eventDrop={handleDrop}
        datesSet={(info: DatesSetInfo) => onRange(info.start.getTime(), info.end.getTime())}
      />
    </>
  )
}

/** The library takes a new function for a new setting. Its markers hold the day's figures as if they were UTC's. */
function useListDayName(): (info: { readonly date: { readonly marker: Date } }) => string {
  const { wordedDay } = useFormats()
  return useCallback(({ date: { marker } }) => wordedDay(marker.getTime(), 'UTC'), [wordedDay])
}

function postOfDay(post: PostSummary, timeZone: string): PostOfDay[] {
  const moment = momentOf(post)
  return moment === null ? [] : [{ id: post.id, day: toLocalDateTime(moment, timeZone).slice(0, 10), hasPicture: post.mediaIds.length > 0 }]
}
