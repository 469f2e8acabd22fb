import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../shared/errors/studio-error.ts'
import type { Workspace } from '../shared/workspaces/workspace.ts'
import { studio } from './bridge/studio-client.ts'
import { answerEnding } from './bridge/words-in-hand.ts'
import { Button } from './components/Button.tsx'
import { EmptyState } from './components/EmptyState.tsx'
import { ErrorState } from './components/ErrorState.tsx'
import { Toaster } from './components/Toast.tsx'
import { readToastOwnerFrom } from './components/toaster.ts'
import { PostSearch } from './features/search/PostSearch.tsx'
import { CommandPalette } from './shell/CommandPalette.tsx'
import { followNavigation } from './shell/follow-navigation.ts'
import { Frame, ScreenHost } from './shell/Frame.tsx'
import { guardPastedFields } from './shell/guard-pasted-fields.ts'
import { useHoldToLift } from './shell/hold-actions.ts'
import { followLeaving } from './shell/leaving-store.ts'
import { followPostToasts } from './shell/post-toasts.ts'
import { leaveField } from './shell/leave-field.ts'
import { listenForShortcuts } from './shell/listen-for-shortcuts.ts'
import { closeOverlay, useOverlay, useOverlayText } from './shell/overlay-store.ts'
import { closePracticePage, usePracticePage } from './shell/practice-page-store.ts'
import { rememberWorkspace } from './shell/remember-workspace.ts'
import { currentWorkspaceId, followAddress, navigate, useCurrentWorkspaceId, useRoute } from './shell/route-store.ts'
import type { Route } from './shell/route.ts'
import { HoldDialog, LiftDialog, NewClientDialog, PracticePageDialog, RestoredDialog, showcaseScreen, welcomeScreen } from './shell/screens.tsx'
import { RemovalBanners } from './shell/RemovalBanners.tsx'
import { settleRoute } from './shell/settle-route.ts'
import { ShortcutHelp } from './shell/ShortcutHelp.tsx'
import { Starting } from './shell/Starting.tsx'
import { restartEngine } from './shell/studio-actions.ts'
import { followStudio, loadStudio, useStudio } from './shell/studio-store.ts'
import { followUnfinished } from './shell/unfinished-store.ts'
import { useKeyedAction } from './shell/undo-key.ts'
import { useAppearance } from './shell/use-appearance.ts'
import { useGlobalCommands } from './shell/use-global-commands.ts'
import styles from './App.module.css'

/** The whole page: joins the studio, the address and the keyboard, and shows the screen of the moment. `firstScreen` ends when its code is here. */
export function App({ firstScreen }: { readonly firstScreen: Promise<void> }) {
  useEffect(() => {
    readToastOwnerFrom(currentWorkspaceId)
    const ends = [followStudio(), followAddress(), followNavigation(), answerEnding({ bridge: studio, timers: window, leaveField }), followLeaving(), followUnfinished(), followPostToasts(), rememberWorkspace(), listenForShortcuts(), guardPastedFields()]
    void loadStudio(firstScreen)
    return () => {
      for (const end of ends) end()
    }
  }, [firstScreen])

  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500} closeDelay={0} timeout={300}>
        <Content />
        <Messages />
      </Tooltip.Provider>
    </CSPProvider>
  )
}

function Messages() {
  return <Toaster workspaceId={useCurrentWorkspaceId()} keyedAction={useKeyedAction()} />
}

function Content() {
  const phase = useStudio((state) => state.phase)
  const engine = useStudio((state) => state.engine)
  const route = useRoute()
  if (route?.screen === 'showcase') {
    return (
      <ScreenHost>{showcaseScreen()}</ScreenHost>
    )
  }
  if (phase === 'outside') return <main className={styles.whole}><Outside /></main>
  if (engine === 'failed' || (phase === 'failed' && engine === 'ready')) return <main className={styles.whole}><EngineFailed /></main>
  return phase === 'ready' ? <Studio asked={route} /> : <Starting />
}

/** The studio once it is read: settles where to be, then shows it. */
function Studio({ asked }: { readonly asked: Route | null }) {
  const workspaces = useStudio((state) => state.workspaces)
  const lastWorkspaceId = useStudio((state) => state.settings.lastWorkspaceId)
  const route = settleRoute(asked, { workspaces, lastWorkspaceId })
  const workspace = 'workspaceId' in route ? workspaces.find(({ id }) => id === route.workspaceId) : undefined
  useAppearance(workspace, route.screen)
  useGlobalCommands()

  useEffect(() => {
    if (route !== asked) navigate(route, { replace: true })
  })

  return (
    <>
      {workspace !== undefined && 'workspaceId' in route ? (
        <Frame route={route} workspace={workspace} />
      ) : (
        <>
          <RemovalBanners />
          <ScreenHost>{welcomeScreen()}</ScreenHost>
        </>
      )}
      <CommandPalette />
      <ShortcutHelp />
      <NewClient />
      <Holds workspace={workspace} />
      <PracticePage />
      <Search workspace={workspace} />
    </>
  )
}

function NewClient() {
  return useOverlay() === 'newClient' ? (
    <Suspense>
      <NewClientDialog onClose={closeOverlay} />
    </Suspense>
  ) : null
}

/** Holding everything, and lifting a hold; on every screen. */
function Holds({ workspace }: { readonly workspace: Workspace | undefined }) {
  const overlay = useOverlay()
  const hold = useHoldToLift()
  return (
    <Suspense>
      {overlay === 'hold' && <HoldDialog workspace={workspace} onClose={closeOverlay} />}
      {overlay === 'lift' && hold !== null && (hold.workspaceId === null || hold.restored === null ? <LiftDialog hold={hold} onClose={closeOverlay} /> : <RestoredDialog hold={hold} workspaceId={hold.workspaceId} onClose={closeOverlay} />)}
    </Suspense>
  )
}

/** The posts of the client that is open. At hand from the start, so that letters typed right after its key are not lost. */
function Search({ workspace }: { readonly workspace: Workspace | undefined }) {
  const text = useOverlayText()
  const isOpen = useOverlay() === 'searchPosts'
  return isOpen && workspace !== undefined ? <PostSearch key={workspace.id} workspace={workspace} initialText={text} onClose={closeOverlay} /> : null
}

function PracticePage() {
  const page = usePracticePage()
  return page === null ? null : (
    <Suspense>
      <PracticePageDialog {...page} onClose={closePracticePage} />
    </Suspense>
  )
}

function EngineFailed() {
  const { t } = useTranslation('shell')
  const error = useStudio((state) => state.loadError)
  const environment = useStudio((state) => state.environment)
  const report = `engine failed; Vigie ${environment?.version ?? '?'}, Electron ${environment?.electron ?? '?'}, ${environment?.platform ?? '?'}; ${error?.code ?? 'engine_stopped'} ${error?.message ?? ''}`
  if (error !== null && hasStorageTrouble(error)) return <ErrorState fillsScreen error={error} onRetry={() => void restartEngine()} />
  return (
    <ErrorState
      fillsScreen
      title={t('engine.failedTitle')}
      text={t('engine.failedText')}
      report={report}
      actions={
        <Button variant="primary" onClick={() => void restartEngine()}>
          {t('engine.restart')}
        </Button>
      }
    />
  )
}

/** The list of clients cannot be read or written now, and is whole: no engine that starts anew mends that by itself. */
function hasStorageTrouble({ code }: StudioError): boolean {
  return code === 'disk_full' || code === 'not_writable' || code === 'file_locked' || code === 'disk_gone'
}

function Outside() {
  const { t } = useTranslation('shell')
  return <EmptyState fillsScreen title={t('engine.noBridgeTitle')} text={t('engine.noBridgeText')} />
}
