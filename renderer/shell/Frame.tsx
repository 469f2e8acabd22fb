import { Suspense, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { studio } from '../bridge/studio-client.ts'
import { LoadingState } from '../components/LoadingState.tsx'
import { Banners } from './Banners.tsx'
import { LeavingStrip } from './LeavingStrip.tsx'
import type { WorkspaceRoute } from './route.ts'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { screenFor } from './screens.tsx'
import { SideBar } from './SideBar.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useStudio } from './studio-store.ts'
import { Unavailable } from './Unavailable.tsx'
import styles from './Frame.module.css'

interface FrameProps {
  readonly route: WorkspaceRoute
  readonly workspace: Workspace
}

/** The window of a workspace: the client's rail, the side bar, the screen, the status bar. */
export function Frame({ route, workspace }: FrameProps) {
  const { t } = useTranslation('shell')
  const reason = useStudio((state) => state.unavailable.find(({ workspaceId }) => workspaceId === workspace.id)?.reason)
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" onClick={skipToContent}>
        {t('skipToContent')}
      </a>
      <div className={styles.rail} data-kind={workspace.kind} />
      <SideBar workspace={workspace} screen={route.screen} />
      <main className={styles.main} id="content" tabIndex={-1}>
        <Banners workspaceId={workspace.id} />
        <div className={styles.screen}>
          {reason === undefined ? (
            // The key gives each client and each screen a fresh tree: nothing of one can be left standing in another.
            <ScreenHost key={`${workspace.id} ${route.screen}`}>{screenFor(route, workspace)}</ScreenHost>
          ) : (
            <Unavailable key={workspace.id} workspace={workspace} reason={reason} />
          )}
        </div>
        <LeavingStrip workspaceId={workspace.id} />
      </main>
      <StatusBar workspace={workspace} />
    </div>
  )
}

/** A place for one screen: waits for its code, catches its bugs. */
export function ScreenHost({ children }: { readonly children: ReactNode }) {
  return (
    <ScreenBoundary>
      <Suspense fallback={<LoadingState />}>
        {children}
        <Interactive />
      </Suspense>
    </ScreenBoundary>
  )
}

let hasSaidInteractive = false

/** Tells main, once, that the first screen stands: ends the measurement of the start and lets `--screenshot` go on. */
function Interactive() {
  useEffect(() => {
    if (hasSaidInteractive) return
    hasSaidInteractive = true
    requestAnimationFrame(() => requestAnimationFrame(() => void studio.request('studio.interactive', {})))
  }, [])
  return null
}

function skipToContent(event: { preventDefault(): void }) {
  // The address belongs to the routes, so the browser's own jump is not used.
  event.preventDefault()
  document.getElementById('content')?.focus()
}
