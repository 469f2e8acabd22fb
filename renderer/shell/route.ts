/** Where the user is. Every screen but the two outside ones belongs to a workspace. */
export type Route =
  | { readonly screen: 'welcome' }
  | { readonly screen: 'showcase' }
  | { readonly screen: 'calendar'; readonly workspaceId: string; readonly view: CalendarView | null; readonly date: string | null }
  | { readonly screen: 'compose'; readonly workspaceId: string; readonly postId: string | null; readonly at: string | null }
  | { readonly screen: 'ideas'; readonly workspaceId: string }
  | { readonly screen: 'library'; readonly workspaceId: string }
  | { readonly screen: 'inbox'; readonly workspaceId: string; readonly conversationId: string | null }
  | { readonly screen: 'watch'; readonly workspaceId: string; readonly itemId: string | null }
  | { readonly screen: 'outbox'; readonly workspaceId: string; readonly jobId: string | null }
  | { readonly screen: 'accounts'; readonly workspaceId: string; readonly accountId: string | null }
  | { readonly screen: 'settings'; readonly workspaceId: string; readonly section: string | null }

export type CalendarView = 'month' | 'week' | 'list'
export type ScreenName = Route['screen']
export type WorkspaceScreenName = Exclude<ScreenName, 'welcome' | 'showcase'>
export type RouteOf<Name extends ScreenName> = Extract<Route, { readonly screen: Name }>
export type WorkspaceRoute = RouteOf<WorkspaceScreenName>

export const workspaceScreens = ['calendar', 'compose', 'ideas', 'library', 'inbox', 'watch', 'outbox', 'accounts', 'settings'] as const satisfies readonly WorkspaceScreenName[]

/** The plain route of a screen, nothing opened in it. */
export function routeTo(screen: WorkspaceScreenName, workspaceId: string): WorkspaceRoute {
  switch (screen) {
    case 'calendar':
      return { screen, workspaceId, view: null, date: null }
    case 'compose':
      return { screen, workspaceId, postId: null, at: null }
    case 'ideas':
    case 'library':
      return { screen, workspaceId }
    case 'inbox':
      return { screen, workspaceId, conversationId: null }
    case 'watch':
      return { screen, workspaceId, itemId: null }
    case 'outbox':
      return { screen, workspaceId, jobId: null }
    case 'accounts':
      return { screen, workspaceId, accountId: null }
    case 'settings':
      return { screen, workspaceId, section: null }
  }
}

/** Reads `#/w/<workspaceId>/inbox/<subject>?key=value`; null when it is none of ours. */
export function parseRoute(hash: string): Route | null {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const [first, workspaceId, name, subject] = path.split('/').map(decode)
  if (first === 'welcome') return { screen: 'welcome' }
  if (first === 'showcase') return { screen: 'showcase' }
  if (first !== 'w' || !workspaceId) return null
  const screen = workspaceScreens.find((known) => known === (name ?? ''))
  return screen === undefined ? null : readDetails(routeTo(screen, workspaceId), subject ?? '', new URLSearchParams(query))
}

function readDetails(route: WorkspaceRoute, subject: string, query: URLSearchParams): WorkspaceRoute {
  const id = subject === '' ? null : subject
  switch (route.screen) {
    case 'calendar':
      return { ...route, view: readView(query.get('view')), date: matching(query.get('date'), /^\d{4}-\d{2}-\d{2}$/) }
    case 'compose':
      return { ...route, postId: id, at: matching(query.get('at'), /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/) }
    case 'ideas':
    case 'library':
      return route
    case 'inbox':
      return { ...route, conversationId: id }
    case 'watch':
      return { ...route, itemId: id }
    case 'outbox':
      return { ...route, jobId: id }
    case 'accounts':
      return { ...route, accountId: id }
    case 'settings':
      return { ...route, section: id }
  }
}

/** The address of a route; `parseRoute` reads it back. */
export function formatRoute(route: Route): string {
  if (route.screen === 'welcome' || route.screen === 'showcase') return `#/${route.screen}`
  const base = `#/w/${encodeURIComponent(route.workspaceId)}/${route.screen}`
  switch (route.screen) {
    case 'calendar':
      return base + formatQuery({ view: route.view, date: route.date })
    case 'compose':
      return base + formatSubject(route.postId) + formatQuery({ at: route.at })
    case 'ideas':
    case 'library':
      return base
    case 'inbox':
      return base + formatSubject(route.conversationId)
    case 'watch':
      return base + formatSubject(route.itemId)
    case 'outbox':
      return base + formatSubject(route.jobId)
    case 'accounts':
      return base + formatSubject(route.accountId)
    case 'settings':
      return base + formatSubject(route.section)
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A lone percent sign: taken as it is, and found nowhere.
    return part
  }
}

function matching(text: string | null, form: RegExp): string | null {
  return text !== null && form.test(text) ? text : null
}

function readView(text: string | null): CalendarView | null {
  return text === 'month' || text === 'week' || text === 'list' ? text : null
}

function formatSubject(subject: string | null): string {
  return subject === null ? '' : `/${encodeURIComponent(subject)}`
}

function formatQuery(values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value !== null) query.set(key, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
