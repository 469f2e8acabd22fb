import type { Route } from './practice-request.ts'

/** The route for a path and the values of its `:name` parts; a slash at the end does not matter. HEAD is served as GET. */
export function matchRoute(routes: readonly Route[], method: string, path: string): { route: Route; captures: Record<string, string> } | null {
  const parts = split(path)
  if (parts === null) return null
  const wanted = method === 'HEAD' ? 'GET' : method
  for (const route of routes) {
    if (route.method !== wanted) continue
    const captures = capture(route.path.split('/').filter((part) => part !== ''), parts)
    if (captures !== null) return { route, captures }
  }
  return null
}

function capture(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const captures: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const given = parts[index] ?? ''
    if (expected.startsWith(':')) captures[expected.slice(1)] = given
    else if (expected !== given) return null
  }
  return captures
}

function split(path: string): readonly string[] | null {
  try {
    return path.split('/').filter((part) => part !== '').map(decodeURIComponent)
  } catch {
    return null
  }
}
