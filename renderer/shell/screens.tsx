import { lazy, type ReactElement } from 'react'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import type { RouteOf, ScreenName, WorkspaceRoute, WorkspaceScreenName } from './route.ts'

/** What every screen of a workspace is given. `route` holds what is open in it; change it with `navigate`. */
export interface ScreenProps<Name extends WorkspaceScreenName> {
  readonly route: RouteOf<Name>
  readonly workspace: Workspace
}

// Each screen is a chunk of its own: the editor and the calendar are heavy, and the first picture should not wait for them.
const modules = {
  calendar: () => import('../features/calendar/Screen.tsx'),
  compose: () => import('../features/composer/Screen.tsx'),
  inbox: () => import('../features/inbox/Screen.tsx'),
  watch: () => import('../features/watch/Screen.tsx'),
  outbox: () => import('../features/queue/Screen.tsx'),
  accounts: () => import('../features/accounts/Screen.tsx'),
  settings: () => import('../features/settings/Screen.tsx'),
  welcome: () => import('../features/first-run/Screen.tsx'),
  newClient: () => import('../features/clients/NewClientDialog.tsx'),
  showcase: () => import('../showcase/Showcase.tsx')
} as const satisfies Record<ScreenName | 'newClient', () => Promise<unknown>>

const CalendarScreen = lazy(async () => ({ default: (await modules.calendar()).Screen }))
const ComposerScreen = lazy(async () => ({ default: (await modules.compose()).Screen }))
const InboxScreen = lazy(async () => ({ default: (await modules.inbox()).Screen }))
const WatchScreen = lazy(async () => ({ default: (await modules.watch()).Screen }))
const QueueScreen = lazy(async () => ({ default: (await modules.outbox()).Screen }))
const AccountsScreen = lazy(async () => ({ default: (await modules.accounts()).AccountsScreen }))
const SettingsScreen = lazy(async () => ({ default: (await modules.settings()).Screen }))
export const WelcomeScreen = lazy(async () => ({ default: (await modules.welcome()).WelcomeScreen }))
export const ShowcaseScreen = lazy(async () => ({ default: (await modules.showcase()).Showcase }))

export const NewClientDialog = lazy(async () => ({ default: (await modules.newClient()).NewClientDialog }))

/** Begins to fetch a screen before it is shown. Whether that fails is seen, and said, when it is shown. */
export function preloadScreen(screen: ScreenName): void {
  modules[screen]().catch(() => undefined)
}

export function screenFor(route: WorkspaceRoute, workspace: Workspace): ReactElement {
  switch (route.screen) {
    case 'calendar':
      return <CalendarScreen route={route} workspace={workspace} />
    case 'compose':
      return <ComposerScreen route={route} workspace={workspace} />
    case 'inbox':
      return <InboxScreen route={route} workspace={workspace} />
    case 'watch':
      return <WatchScreen route={route} workspace={workspace} />
    case 'outbox':
      return <QueueScreen route={route} workspace={workspace} />
    case 'accounts':
      return <AccountsScreen workspaceId={workspace.id} />
    case 'settings':
      return <SettingsScreen route={route} workspace={workspace} />
  }
}
