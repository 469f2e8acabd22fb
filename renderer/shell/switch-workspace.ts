import { navigate, routeStore } from './route-store.ts'
import { routeTo } from './route.ts'

/**
 * Shows another client on the same screen, with nothing open in it: an identifier of one client never meets another.
 * The composer is left for the calendar, so that nobody goes on writing at the wrong client's table.
 */
export function switchWorkspace(workspaceId: string): void {
  const { route } = routeStore.getState()
  if (route !== null && 'workspaceId' in route && route.workspaceId === workspaceId) return
  const screen = route === null || route.screen === 'welcome' || route.screen === 'showcase' || route.screen === 'compose' ? 'calendar' : route.screen
  navigate(routeTo(screen, workspaceId))
}
