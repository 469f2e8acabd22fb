import { lazy, type ReactElement } from 'react'
import type { RouteOf, WorkspaceRoute, WorkspaceScreenName } from './route.ts'

/** What a screen is given: the workspace and what is open in it, as in the route. Change either with `navigate`. */
export type ScreenProps<Name extends WorkspaceScreenName> = Omit<RouteOf<Name>, 'screen'>

// Each screen is a chunk of its own: the editor and the calendar are heavy, and the first picture should not wait for them.
const CalendarScreen = lazy(async () => ({ default: (await import('../features/calendar/Screen.tsx')).CalendarScreen }))
const ComposerScreen = lazy(async () => ({ default: (await import('../features/composer/Screen.tsx')).ComposerScreen }))
const InboxScreen = lazy(async () => ({ default: (await import('../features/inbox/Screen.tsx')).InboxScreen }))
const WatchScreen = lazy(async () => ({ default: (await import('../features/watch/Screen.tsx')).WatchScreen }))
const QueueScreen = lazy(async () => ({ default: (await import('../features/queue/Screen.tsx')).QueueScreen }))
const AccountsScreen = lazy(async () => ({ default: (await import('../features/accounts/Screen.tsx')).AccountsScreen }))
const SettingsScreen = lazy(async () => ({ default: (await import('../features/settings/Screen.tsx')).SettingsScreen }))
export const WelcomeScreen = lazy(async () => ({ default: (await import('../features/first-run/Screen.tsx')).WelcomeScreen }))
export const ShowcaseScreen = lazy(async () => ({ default: (await import('../showcase/Showcase.tsx')).Showcase }))

/** The screen of a route. A switch, so that a new screen that nobody shows does not compile. */
export function screenFor(route: WorkspaceRoute): ReactElement {
  switch (route.screen) {
    case 'calendar':
      return <CalendarScreen {...route} />
    case 'compose':
      return <ComposerScreen {...route} />
    case 'inbox':
      return <InboxScreen {...route} />
    case 'watch':
      return <WatchScreen {...route} />
    case 'outbox':
      return <QueueScreen {...route} />
    case 'accounts':
      return <AccountsScreen {...route} />
    case 'settings':
      return <SettingsScreen {...route} />
  }
}
