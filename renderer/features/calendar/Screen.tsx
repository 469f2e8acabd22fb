import { useCalendarController } from '@fullcalendar/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { ErrorState } from '../../components/ErrorState.tsx'
import { namedAccounts } from '../../components/named-accounts.ts'
import { Measured } from '../../components/Measured.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import { useNow } from '../../shell/use-now.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import { ApprovalPackButton } from '../approval/ApprovalPackButton.tsx'
import { CalendarNotices } from '../series/parts/CalendarNotices.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { isToPlan } from './calendar-events.ts'
import type { Carried } from './carried-to-day.ts'
import { CalendarGrid, libraryViews } from './parts/CalendarGrid.tsx'
import { CalendarToolbar } from './parts/CalendarToolbar.tsx'
import { RepeatQuestion } from './parts/RepeatQuestion.tsx'
import { Shelf } from './parts/Shelf.tsx'
import { useCalendarPosts } from './use-calendar-posts.ts'
import { useCompose } from './use-compose.ts'
import { usePlanNew } from './use-plan-new.ts'
import { usePostTimes } from './use-post-times.ts'
import styles from './Screen.module.css'

/** Everything of one client in time: published, waiting, missed, and the drafts without a time at the side. */
export function Screen({ route, workspace }: ScreenProps<'calendar'>): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  const controller = useCalendarController()
  const view = route.view ?? 'month'
  const [title, setTitle] = useState('')
  const [chosenAccount, setChosenAccount] = useState<string | null>(null)
  const { loaded, reload, show } = useCalendarPosts(workspace.id)
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const named = accountsLoaded.kind === 'ready' ? namedAccounts(accountsLoaded.value) : []
  const posts = loaded.kind === 'ready' ? loaded.value.posts : []
  const onlyOf = accounts.some(({ id }) => id === chosenAccount) ? chosenAccount : null
  const shown = onlyOf === null ? posts : posts.filter(({ accountIds }) => accountIds.includes(onlyOf))
  const now = useNow()
  const { openPost, composeAt } = useCompose(workspace.id, workspace.timeZone, shown)
  const times = usePostTimes(workspace, posts, accounts)

  const planNew = usePlanNew(workspace)

  async function plan(carried: Carried, at: string): Promise<void> {
    if (carried.kind === 'draft') return times.plan(carried.id, at)
    if (carried.kind === 'pictures') return planNew.pictures(carried.mediaIds, at)
    const board = await studio.request('ideas.list', { workspaceId: workspace.id })
    const idea = board.ok ? board.value.ideas.find(({ id }) => id === carried.id) : undefined
    if (idea !== undefined) return planNew.idea(idea, at)
    if (!board.ok) showFailure(board.error, workspace.id)
  }

  useEffect(() => {
    controller.changeView(libraryViews[view])
  }, [controller, view])

  function handleRange(from: number, until: number): void {
    show({ from, until })
    setTitle(view !== 'month' ? formats.span(from, until - 1, workspace.timeZone) : formats.month((from + until) / 2, workspace.timeZone))
  }

  return (
    <ScreenFrame
      title={t('title')}
      subtitle={title}
      actions={
        <>
          <ApprovalPackButton workspace={workspace} posts={shown} accounts={accounts} />
          <CalendarToolbar controller={controller} view={view} onView={(next) => navigate({ ...route, view: next }, { replace: true })} accounts={accounts} accountId={onlyOf} onAccount={setChosenAccount} />
        </>
      }
    >
      <CalendarNotices workspaceId={workspace.id} />
      <RepeatQuestion times={times} />
      {loaded.kind === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={reload} />
      ) : (
        <div className={styles.desk}>
          <Measured className={styles.grid}>
            {(height) => (
              <CalendarGrid
                key={`${workspace.id} ${workspace.timeZone}`}
                workspaceId={workspace.id}
                timeZone={workspace.timeZone}
                height={height}
                view={view}
                date={route.date}
                posts={shown}
                accounts={named}
                controller={controller}
                onRange={handleRange}
                onOpen={openPost}
                onSlot={composeAt}
                onMove={(postId, at, revert) => void times.move(postId, at, revert)}
                onPlan={(carried, at) => void plan(carried, at)}
              />
            )}
          </Measured>
          <Shelf
            workspaceId={workspace.id}
            timeZone={workspace.timeZone}
            drafts={shown.filter((post) => isToPlan(post, now))}
            accounts={accounts}
            onOpen={openPost}
            onPlan={(carried, at) => void plan(carried, at)}
          />
        </div>
      )}
    </ScreenFrame>
  )
}
