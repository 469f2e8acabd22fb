import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { routeTo, type Route } from './route.ts'

interface Known {
  readonly workspaces: readonly Pick<Workspace, 'id'>[]
  readonly lastWorkspaceId: string | null
}

/**
 * Where to really go: the address asked for when its workspace exists, else the workspace shown last, else the first one,
 * else the welcome. The same object comes back when nothing has to change.
 */
export function settleRoute(asked: Route | null, { workspaces, lastWorkspaceId }: Known): Route {
  if (asked !== null && (asked.screen === 'welcome' || asked.screen === 'showcase')) return asked
  if (asked !== null && workspaces.some(({ id }) => id === asked.workspaceId)) return asked
  const fallback = workspaces.find(({ id }) => id === lastWorkspaceId) ?? workspaces[0]
  return fallback === undefined ? { screen: 'welcome' } : routeTo('calendar', fallback.id)
}
