import type { z } from 'zod'

/** One row of the request map: who answers, and what may go in and come out. */
export interface RequestDefinition<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  HandledBy extends 'main' | 'engine' = 'main' | 'engine'
> {
  readonly handledBy: HandledBy
  /** A read may be asked again after an engine restart; a write never is (the user decides). */
  readonly effect: 'read' | 'write'
  readonly input: Input
  readonly output: Output
}

export function request<Input extends z.ZodType, Output extends z.ZodType, HandledBy extends 'main' | 'engine'>(
  definition: RequestDefinition<Input, Output, HandledBy>
): RequestDefinition<Input, Output, HandledBy> {
  return definition
}
