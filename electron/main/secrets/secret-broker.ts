import { z } from 'zod'
import type { SecretQuestionName } from '../../../shared/contract/engine-link.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { SecretStore } from './secret-store.ts'

const reference = z.string().regex(/^[\w:.-]{1,200}$/)
const oneSecret = z.object({ reference })
/** Longer than any token; an accident, not a secret, above that. */
const newSecret = z.object({ reference, secret: z.string().min(1).max(100_000) })

/** Answers the engine's questions about secrets. They go from here to the engine and nowhere else: no event, no log, no page. */
export function createSecretBroker(store: SecretStore): (name: SecretQuestionName, input: unknown) => Promise<Result<unknown>> {
  return async (name, input) => {
    switch (name) {
      case 'secrets.get':
        return withParsed(oneSecret, input, (question) => store.get(question.reference))
      case 'secrets.put':
        return withParsed(newSecret, input, (question) => store.put(question.reference, question.secret))
      case 'secrets.delete':
        return withParsed(oneSecret, input, (question) => store.delete(question.reference))
      default:
        return assertNever(name, 'question of the engine')
    }
  }
}

async function withParsed<T>(schema: z.ZodType<T>, input: unknown, answer: (question: T) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const parsed = schema.safeParse(input)
  return parsed.success ? answer(parsed.data) : fail(studioError('invalid_input', 'a question about a secret that does not fit'))
}
