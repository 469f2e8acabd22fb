import { useCalendarController } from '@fullcalendar/react'
import { ChevronLeft, ChevronRight, PencilLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useCommands } from '../../shell/command-registry.ts'
import type { CalendarView } from '../../shell/route.ts'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screens.tsx'
import { momentOf } from './calendar-events.ts'
import { CalendarGrid, libraryViews } from './parts/CalendarGrid.tsx'
import { DraftShelf } from './parts/DraftShelf.tsx'
import { useCalendarPosts } from './use-calendar-posts.ts'
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

  useEffect(() => {
    controller.changeView(libraryViews[view])
  }, [controller, view])

  function compose(at: string | null): void {
    navigate({ screen: 'compose', workspaceId: workspace.id, postId: null, at })
  }

  function openPost(postId: string): void {
    navigate({ screen: 'compose', workspaceId: workspace.id, postId, at: null })
  }

  async function handleMove(postId: string, localDateTime: string, revert: () => void): Promise<void> {
    const before = posts.find((post) => post.id === postId)?.schedule?.localDateTime
    const answer = await studio.request('posts.reschedule', { workspaceId: workspace.id, postId, localDateTime })
    if (!answer.ok) {
      revert()
      return showFailure(answer.error)
    }
    const when = answer.value.post.schedule
    showToast({
      title: t('moved', { when: when ? formats.dayAndTime(when.dueAt, workspace.timeZone) : '' }),
      ...(before === undefined ? {} : { action: { label: t('undo'), onAction: () => void studio.request('posts.reschedule', { workspaceId: workspace.id, postId, localDateTime: before }) } })
    })
  }

  function handleRange(from: number, until: number): void {
    show({ from, until })
    setTitle(new Intl.DateTimeFormat(formats.locale, { month: 'long', year: 'numeric', timeZone: workspace.timeZone }).format((from + until) / 2))
  }

  function setView(next: CalendarView): void {
    navigate({ ...route, view: next }, { replace: true })
  }

  useCommands({ name: 'calendar', title: t('title') }, [
    { id: 'calendar.today', title: t('today'), shortcut: 't', run: () => controller.today() },
    { id: 'calendar.previous', title: t('previous'), shortcut: 'left', isHiddenFromPalette: true, run: () => controller.prev() },
    { id: 'calendar.next', title: t('next'), shortcut: 'right', isHiddenFromPalette: true, run: () => controller.next() },
    { id: 'calendar.month', title: t('month'), shortcut: 'm', run: () => setView('month') },
    { id: 'calendar.week', title: t('week'), shortcut: 'w', run: () => setView('week') },
    { id: 'calendar.list', title: t('list'), shortcut: 'l', run: () => setView('list') }
  ])

  return (
    <ScreenFrame
      title={t('title')}
      subtitle={title}
      actions={
        <Button variant="primary" icon={PencilLine} shortcut="mod+n" onClick={() => compose(null)}>
          {t('newPost')}
        </Button>
      }
      toolbar={
        <div className={styles.toolbar}>
          <IconButton icon={ChevronLeft} label={t('previous')} onClick={() => controller.prev()} />
          <Button size="small" onClick={() => controller.today()}>
            {t('today')}
          </Button>
          <IconButton icon={ChevronRight} label={t('next')} onClick={() => controller.next()} />
          <span className={styles.spacer} />
          <SegmentedControl
            size="small"
            label={t('view')}
            value={view}
            onChange={setView}
            segments={[
              { value: 'month', label: t('month') },
              { value: 'week', label: t('week') },
              { value: 'list', label: t('list') }
            ]}
          />
        </div>
      }
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
              onOpen={openPost}
              onSlot={(at) => compose(at)}
              onMove={(postId, at, revert) => void handleMove(postId, at, revert)}
            />
          </div>
          <DraftShelf workspaceId={workspace.id} drafts={posts.filter((post) => momentOf(post) === null)} accounts={accounts} onOpen={openPost} />
        </div>
      )}
    </ScreenFrame>
  )
}
