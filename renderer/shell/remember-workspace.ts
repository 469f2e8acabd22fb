import { routeStore } from './route-store.ts'
import type { Route } from './route.ts'
import { saveSettings, studioStore } from './studio-store.ts'

/** Keeps the client on screen as the one to open next time, however it was reached; returns the function that stops it. */
export function rememberWorkspace(): () => void {
  return routeStore.subscribe((now, before) => {
    const workspaceId = workspaceOf(now.route)
    if (workspaceId === null || workspaceId === workspaceOf(before.route)) return
    const { workspaces, settings } = studioStore.getState()
    const isNew = settings.lastWorkspaceId !== workspaceId && workspaces.some(({ id }) => id === workspaceId)
    // A failure is not said: the only loss is which client opens first.
    if (isNew) void saveSettings({ lastWorkspaceId: workspaceId })
  })
}

function workspaceOf(route: Route | null): string | null {
  return route !== null && 'workspaceId' in route ? route.workspaceId : null
}
