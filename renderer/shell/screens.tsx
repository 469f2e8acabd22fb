import { lazy, type ReactElement } from 'react'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import type { RouteOf, WorkspaceRoute, WorkspaceScreenName } from './route.ts'

/** What every screen of a workspace is given. `route` holds what is open in it; change it with `navigate`. */
export interface ScreenProps<Name extends WorkspaceScreenName> {
  readonly route: RouteOf<Name>
  readonly workspace: Workspace
}

// Each screen is a chunk of its own: the editor and the calendar are heavy, and the first picture should not wait for them.
const CalendarScreen = lazy(async () => ({ default: (await import('../features/calendar/Screen.tsx')).Screen }))
const ComposerScreen = lazy(async () => ({ default: (await import('../features/composer/Screen.tsx')).Screen }))
const InboxScreen = lazy(async () => ({ default: (await import('../features/inbox/Screen.tsx')).Screen }))
const WatchScreen = lazy(async () => ({ default: (await import('../features/watch/Screen.tsx')).Screen }))
const QueueScreen = lazy(async () => ({ default: (await import('../features/queue/Screen.tsx')).Screen }))
const AccountsScreen = lazy(async () => ({ default: (await import('../features/accounts/Screen.tsx')).AccountsScreen }))
const SettingsScreen = lazy(async () => ({ default: (await import('../features/settings/Screen.tsx')).Screen }))
export const WelcomeScreen = lazy(async () => ({ default: (await import('../features/first-run/Screen.tsx')).WelcomeScreen }))
export const ShowcaseScreen = lazy(async () => ({ default: (await import('../showcase/Showcase.tsx')).Showcase }))

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
