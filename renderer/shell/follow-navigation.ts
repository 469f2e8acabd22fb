import { studio } from '../bridge/studio-client.ts'
import type { EventPayload } from '../../shared/contract/event-map.ts'
import { openOverlay } from './overlay-store.ts'
import { currentWorkspaceId, navigate } from './route-store.ts'
import { routeTo, type Route, type WorkspaceScreenName } from './route.ts'

/** Goes where the native menu, the tray, a `vigie:` link or a notification points; returns the function that stops it. */
export function followNavigation(): () => void {
  return studio.on('navigate', handleNavigate)
}

function handleNavigate({ to, workspaceId, subjectId }: EventPayload<'navigate'>): void {
  if (to === 'palette' || to === 'shortcuts' || to === 'newClient') {
    openOverlay(to)
    return
  }
  const target = workspaceId ?? currentWorkspaceId()
  if (target !== null) navigate(open(to, target, subjectId))
}

function open(screen: WorkspaceScreenName, workspaceId: string, subjectId: string | null): Route {
  const route = routeTo(screen, workspaceId)
  switch (route.screen) {
    case 'compose':
      return { ...route, postId: subjectId }
    case 'inbox':
      return { ...route, conversationId: subjectId }
    case 'watch':
      return { ...route, itemId: subjectId }
    case 'outbox':
      return { ...route, jobId: subjectId }
    case 'accounts':
      return { ...route, accountId: subjectId }
    case 'calendar':
    case 'ideas':
    case 'library':
    case 'settings':
      return route
  }
}
