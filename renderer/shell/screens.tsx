import { createElement, lazy, type ReactElement } from 'react'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import type { ScreenName, WorkspaceRoute } from './route.ts'
import { screenModule } from './screen-module.ts'

// Each screen is a chunk of its own: the editor and the calendar are heavy, and the first picture should not wait for them.
const screens = {
  calendar: screenModule(async () => (await import('../features/calendar/Screen.tsx')).Screen),
  compose: screenModule(async () => (await import('../features/composer/Screen.tsx')).Screen),
  ideas: screenModule(async () => (await import('../features/ideas/Screen.tsx')).Screen),
  library: screenModule(async () => (await import('../features/library/Screen.tsx')).Screen),
  inbox: screenModule(async () => (await import('../features/inbox/Screen.tsx')).Screen),
  watch: screenModule(async () => (await import('../features/watch/Screen.tsx')).Screen),
  outbox: screenModule(async () => (await import('../features/queue/Screen.tsx')).Screen),
  accounts: screenModule(async () => (await import('../features/accounts/Screen.tsx')).AccountsScreen),
  settings: screenModule(async () => (await import('../features/settings/Screen.tsx')).Screen),
  welcome: screenModule(async () => (await import('../features/first-run/Screen.tsx')).WelcomeScreen),
  showcase: screenModule(async () => (await import('../showcase/Showcase.tsx')).Showcase)
} as const satisfies Record<ScreenName, unknown>

/** Fetches a screen before it is shown. Whether that fails is seen, and said, when it is shown: here it only ends the wait. */
export async function preloadScreen(screen: ScreenName): Promise<void> {
  await screens[screen].fetch().catch(() => undefined)
}

export const PracticePageDialog = lazy(async () => ({ default: (await import('../features/practice/PracticePageDialog.tsx')).PracticePageDialog }))
export const RemoveClientDialog = lazy(async () => ({ default: (await import('../features/settings/parts/RemoveClient.tsx')).RemoveClient }))
export const NewClientDialog = lazy(async () => ({ default: (await import('../features/clients/NewClientDialog.tsx')).NewClientDialog }))

export const HoldDialog = lazy(async () => ({ default: (await import('../features/safety/HoldDialog.tsx')).HoldDialog }))
export const RestoredDialog = lazy(async () => ({ default: (await import('../features/safety/RestoredDialog.tsx')).RestoredDialog }))
export const LiftDialog = lazy(async () => ({ default: (await import('../features/safety/LiftDialog.tsx')).LiftDialog }))

export function welcomeScreen(): ReactElement {
  return createElement(screens.welcome.component())
}

export function showcaseScreen(): ReactElement {
  return createElement(screens.showcase.component())
}

export function screenFor(route: WorkspaceRoute, workspace: Workspace): ReactElement {
  switch (route.screen) {
    case 'calendar':
      return createElement(screens.calendar.component(), { route, workspace })
    case 'compose':
      return createElement(screens.compose.component(), { route, workspace })
    case 'ideas':
      return createElement(screens.ideas.component(), { route, workspace })
    case 'library':
      return createElement(screens.library.component(), { route, workspace })
    case 'inbox':
      return createElement(screens.inbox.component(), { route, workspace })
    case 'watch':
      return createElement(screens.watch.component(), { route, workspace })
    case 'outbox':
      return createElement(screens.outbox.component(), { route, workspace })
    case 'accounts':
      return createElement(screens.accounts.component(), { workspaceId: workspace.id })
    case 'settings':
      return createElement(screens.settings.component(), { route, workspace })
  }
}
