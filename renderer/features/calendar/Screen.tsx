import { useCalendarController } from '@fullcalendar/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../bridge/use-request.ts'
import { ErrorState } from '../../components/ErrorState.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screens.tsx'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showToast } from '../../components/toaster.ts'
import { asUtcFigures, suggestedTime } from '../composer/schedule-choice.ts'
import { momentOf } from './calendar-events.ts'
import { CalendarGrid, libraryViews } from './parts/CalendarGrid.tsx'
import { CalendarToolbar } from './parts/CalendarToolbar.tsx'
import { DraftShelf } from './parts/DraftShelf.tsx'
import { useCalendarPosts } from './use-calendar-posts.ts'
import { useMovePost } from './use-move-post.ts'
import styles from './Screen.module.css'

/** Everything of one client in time: published, waiting, missed, and the drafts without a time at the side. */
export function Screen({ route, workspace }: ScreenProps<'calendar'>): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  const controller = useCalendarController()
  const view = route.view ?? 'month'
  const [title, setTitle] = useState('')
  const { loaded, reload, show } = useCalendarPosts(workspace.id)
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const posts = loaded.kind === 'ready' ? loaded.value.posts : []
  const movePost = useMovePost(workspace.id, workspace.timeZone, posts)

  useEffect(() => {
    controller.changeView(libraryViews[view])
  }, [controller, view])

  function compose(postId: string | null, at: string | null): void {
    navigate({ screen: 'compose', workspaceId: workspace.id, postId, at })
  }

  function handleRange(from: number, until: number): void {
    show({ from, until })
    setTitle(view === 'week' ? formats.span(from, until - 1, workspace.timeZone) : formats.month((from + until) / 2, workspace.timeZone))
  }

  /** A slot that is over cannot take a post: the next one that can is offered, and why is said. */
  function handleSlot(at: string): void {
    const now = currentInstant()
    const slot = resolveLocalTime(at, workspace.timeZone)
    const isOver = slot.kind !== 'unreadable' && slot.instant <= now
    const free = isOver ? suggestedTime(now, workspace.timeZone) : at
    if (isOver) showToast({ title: t('slotOver'), detail: t('slotOverText', { when: formats.dayAndTime(asUtcFigures(free), 'UTC') }) })
    compose(null, free)
  }

  return (
    <ScreenFrame
      title={t('title')}
      subtitle={title}
      actions={<CalendarToolbar controller={controller} view={view} onView={(next) => navigate({ ...route, view: next }, { replace: true })} />}
    >
      {loaded.kind === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={reload} />
      ) : (
        <div className={styles.desk}>
          <div className={styles.grid}>
            <CalendarGrid
              key={`${workspace.id} ${workspace.timeZone}`}
              workspaceId={workspace.id}
              timeZone={workspace.timeZone}
              view={view}
              date={route.date}
              posts={posts}
              accounts={accounts}
              controller={controller}
              onRange={handleRange}
              onOpen={(postId) => compose(postId, null)}
              onSlot={handleSlot}
              onMove={(postId, at, revert) => void movePost(postId, at, revert)}
            />
          </div>
          <DraftShelf workspaceId={workspace.id} drafts={posts.filter((post) => momentOf(post) === null)} accounts={accounts} onOpen={(postId) => compose(postId, null)} />
        </div>
      )}
    </ScreenFrame>
  )
}
