import { fail, type Result } from '../../../shared/contract/result.ts'
import { isRequestName, requestMap, type EngineRequestName, type RequestName } from '../../../shared/contract/request-map.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { toStorageError, troubleOf } from '../database/storage-error.ts'
import type { Logger } from '../log/logger.ts'
import type { FileTrouble } from '../workspaces/file-trouble.ts'
import type { RequestHandlers } from './request-handlers.ts'

/** Answers by name whatever the page asks of the engine. Never throws and never tells more of a bug than that there was one. */
export type Router = (name: string, input: unknown) => Promise<Result<unknown>>

export interface RouterNeeds {
  /** Requests that are not about one workspace, or make one. */
  readonly studioHandlers: RequestHandlers
  /** The handlers of one workspace: the only ones that a request naming it can reach. */
  workspaceHandlers(workspaceId: string): Result<RequestHandlers>
  /** Where its files lie; null: the studio's own. */
  folderOf(workspaceId: string | null): string
  /** A workspace's file turned out to be damaged, or gone with its disk (null: the studio's own). */
  reportTrouble(workspaceId: string | null, trouble: FileTrouble): void
  readonly log: Logger
  readonly checkAnswers: boolean
}

export function createRouter(needs: RouterNeeds): Router {
  return async (name, input) => {
    if (!isRequestName(name) || !isEngineRequest(name)) return fail(studioError('unknown_request', 'the engine does not answer this request'))
    const parsed = requestMap[name].input.safeParse(input)
    if (!parsed.success) return fail(invalidInput(parsed.error.issues))
    const workspaceId = workspaceIdOf(parsed.data)
    const handler = findHandler(needs, name, workspaceId)
    if (!handler.ok) return handler
    try {
      const result = await handler.value(parsed.data)
      return needs.checkAnswers ? checkAnswer(needs, name, result) : result
    } catch (error) {
      return fail(toKnownError(needs, name, workspaceId, error))
    }
  }
}

type ErasedHandler = (input: unknown) => Promise<Result<unknown>> | Result<unknown>

function findHandler(needs: RouterNeeds, name: EngineRequestName, workspaceId: string | null): Result<ErasedHandler> {
  const ofStudio = needs.studioHandlers[name]
  if (ofStudio !== undefined) return { ok: true, value: erase(ofStudio) }
  if (workspaceId === null) return fail(studioError('unknown_request', `nobody answers ${name}`))
  const handlers = needs.workspaceHandlers(workspaceId)
  if (!handlers.ok) return handlers
  const ofWorkspace = handlers.value[name]
  if (ofWorkspace === undefined) return fail(studioError('unknown_request', `nobody answers ${name}`))
  return { ok: true, value: erase(ofWorkspace) }
}

/** The handler found under a name takes exactly what that name's schema has parsed; TypeScript cannot follow a name chosen at run time. */
function erase(handler: (input: never) => Promise<Result<unknown>> | Result<unknown>): ErasedHandler {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (input) => handler(input as never)
}

function isEngineRequest(name: RequestName): name is EngineRequestName {
  return requestMap[name].handledBy === 'engine'
}

function workspaceIdOf(input: unknown): string | null {
  return typeof input === 'object' && input !== null && 'workspaceId' in input && typeof input.workspaceId === 'string' ? input.workspaceId : null
}

/** Names the fields, never their values: an app password may be among them. */
function invalidInput(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[]): StudioError {
  const fields = issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.') || '(input)'}: ${issue.code ?? 'invalid'}`)
  const first = issues[0]?.path.map(String).join('.') ?? ''
  return studioError('invalid_input', `the input does not fit: ${fields.join(', ')}`, { details: { field: first } })
}

function checkAnswer({ log }: RouterNeeds, name: EngineRequestName, result: Result<unknown>): Result<unknown> {
  if (!result.ok) return result
  const parsed = requestMap[name].output.safeParse(result.value)
  if (parsed.success) return result
  const where = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
  log.error(`the answer to ${name} does not fit the contract: ${where.join('; ')}`)
  return fail(studioError('bug', `the answer to ${name} does not fit the contract: ${where.join('; ')}`))
}

function toKnownError({ log, folderOf, reportTrouble }: RouterNeeds, name: EngineRequestName, workspaceId: string | null, error: unknown): StudioError {
  log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  const trouble = troubleOf(error, folderOf(workspaceId))
  if (trouble !== null) reportTrouble(workspaceId, trouble)
  return toStorageError(error) ?? studioError('bug', `an error inside Vigie stopped ${name}; the log has the details`)
}
