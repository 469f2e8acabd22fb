import type { z } from 'zod'

/** One row of the request map: who answers, and what may go in and come out. */
export interface RequestDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly handledBy: 'main' | 'engine'
  /** A read may be asked again after an engine restart; a write never is (the user decides). */
  readonly effect: 'read' | 'write'
  readonly input: Input
  readonly output: Output
}

export function request<Input extends z.ZodType, Output extends z.ZodType>(
  definition: RequestDefinition<Input, Output>
): RequestDefinition<Input, Output> {
  return definition
}
