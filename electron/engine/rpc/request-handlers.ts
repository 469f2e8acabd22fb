import type { Result } from '../../../shared/contract/result.ts'
import type { EngineRequestName, ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'

/** A feature contributes the handlers of its requests; a name given twice is refused when the engine is put together. */
export type RequestHandlers = {
  readonly [Name in EngineRequestName]?: (input: ParsedInput<Name>) => Promise<Result<RequestOutput<Name>>> | Result<RequestOutput<Name>>
}

/** Puts the handlers of several features together; throws when two of them answer the same request. */
export function mergeHandlers(parts: readonly RequestHandlers[]): RequestHandlers {
  const merged: RequestHandlers = {}
  for (const part of parts) {
    for (const name of Object.keys(part)) {
      if (Object.hasOwn(merged, name)) throw new Error(`two features answer ${name}`)
    }
    Object.assign(merged, part)
  }
  return merged
}
