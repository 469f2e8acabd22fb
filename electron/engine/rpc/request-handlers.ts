import type { Result } from '../../../shared/contract/result.ts'
import type { EngineRequestName, ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'

/** A feature contributes the handlers of its requests; a name given twice is refused when the engine is put together. */
export type RequestHandlers = {
  readonly [Name in EngineRequestName]?: (input: ParsedInput<Name>) => Promise<Result<RequestOutput<Name>>> | Result<RequestOutput<Name>>
}
