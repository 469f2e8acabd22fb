import type { Budget, RateLimits } from './rate-limits.ts'
import { matchRoute } from './match-route.ts'
import { refuse, type Bearer, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from './practice-request.ts'
import { allows } from './scopes.ts'
import { allRoutes } from './routes/all-routes.ts'

/** One call from path to answer: route, token, budget, scope, then the route itself. Everything is synchronous, so calls never mix. */
export function answerRequest(call: Omit<PracticeRequest, 'captures' | 'bearer'>, tools: RouteTools, limits: RateLimits): PracticeAnswer {
  const matched = matchRoute(allRoutes, call.method, call.path)
  if (matched === null) return refuse(404, 'Not Found')
  const token = readBearer(call.headers['authorization'])
  const bearer = token === null ? null : findBearer(token, tools)
  const request: PracticeRequest = { ...call, captures: matched.captures, bearer }
  const spent = spend(matched.route.budget, bearer, tools, limits)
  if (!spent.allowed) return { ...refuse(429, 'Too many requests'), headers: spent.headers }
  // A wrong token is told even where none is needed, as Mastodon does.
  const answer = token !== null && bearer === null ? refuse(401, 'The access token is invalid') : (accessProblem(matched.route, bearer) ?? matched.route.answer(request, tools))
  return { ...answer, headers: { ...spent.headers, ...answer.headers } }
}

/** The general budget counts every call; uploads and deletions have one of their own beside it, and its figures are the ones shown. */
function spend(own: Budget | undefined, bearer: Bearer | null, tools: RouteTools, limits: RateLimits) {
  const who = bearer === null ? 'anyone' : bearer.client.id
  const general = limits.spend('general', who, tools.now())
  if (own === undefined || !general.allowed) return general
  return limits.spend(own, who, tools.now())
}

function accessProblem(route: Route, bearer: Bearer | null): PracticeAnswer | null {
  if (route.access.kind === 'anyone') return null
  if (bearer === null) return refuse(401, 'The access token is invalid')
  if (route.access.kind === 'client') return null
  if (bearer.member === null) return refuse(422, 'This method requires an authenticated user')
  return allows(bearer.scopes, route.access.scope) ? null : refuse(403, 'This action is outside the authorized scopes')
}

/** Only the header counts: a token in an address would end up in logs. */
function readBearer(header: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1] ?? null
}

function findBearer(token: string, { record }: RouteTools): Bearer | null {
  const row = record.clients.readToken(token)
  const found = row === null ? null : record.clients.read(row.clientId)
  if (row === null || found === null) return null
  return { client: found, scopes: row.scopes, createdAt: row.createdAt, member: row.forMember ? record.members.own() : null }
}
