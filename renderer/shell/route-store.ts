import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { formatRoute, parseRoute, routeTo, type Route, type WorkspaceScreenName } from './route.ts'

interface RouteState {
  /** null until the studio is read, or when the address is none of ours. */
  readonly route: Route | null
}

export const routeStore = createStore<RouteState>(() => ({ route: null }))

/** Goes somewhere. `replace` leaves no step in the history, for redirections and for details that follow the selection. */
export function navigate(route: Route, options: { readonly replace?: boolean } = {}): void {
  const hash = formatRoute(route)
  if (window.location.hash !== hash) {
    if (options.replace === true) window.history.replaceState(null, '', hash)
    else window.history.pushState(null, '', hash)
  }
  routeStore.setState({ route })
}

/** Goes to a screen of a workspace, the current one unless another is named; does nothing while there is none. */
export function navigateToScreen(screen: WorkspaceScreenName, workspaceId = currentWorkspaceId()): void {
  if (workspaceId !== null) navigate(routeTo(screen, workspaceId))
}

/** The workspace on screen. Every request of a screen must use this one and no other. */
export function currentWorkspaceId(): string | null {
  return workspaceOf(routeStore.getState())
}

/** As `currentWorkspaceId`, and follows it. */
export function useCurrentWorkspaceId(): string | null {
  return useStore(routeStore, workspaceOf)
}

/** The screen, and the conversation or post open in it: what was done there is undone there. null outside of the clients. */
export function currentPlace(): string | null {
  return placeOf(routeStore.getState())
}

/** As `currentPlace`, and follows it. */
export function useCurrentPlace(): string | null {
  return useStore(routeStore, placeOf)
}

function placeOf({ route }: RouteState): string | null {
  if (route === null || !('workspaceId' in route)) return null
  if (route.screen === 'inbox') return `inbox ${route.conversationId ?? ''}`
  return route.screen === 'compose' ? `compose ${route.postId ?? ''}` : route.screen
}

function workspaceOf({ route }: RouteState): string | null {
  return route !== null && 'workspaceId' in route ? route.workspaceId : null
}

/** Follows the address bar (back, forward, links); returns the function that stops it. */
export function followAddress(): () => void {
  function handleChange() {
    routeStore.setState({ route: parseRoute(window.location.hash) })
  }
  handleChange()
  window.addEventListener('popstate', handleChange)
  window.addEventListener('hashchange', handleChange)
  return () => {
    window.removeEventListener('popstate', handleChange)
    window.removeEventListener('hashchange', handleChange)
  }
}

export function useRoute(): Route | null {
  return useStore(routeStore, (state) => state.route)
}
