import type { Session } from 'electron'
import { z } from 'zod'
import type { MainQuestionName } from '../../../shared/contract/engine-link.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createSecretBroker } from '../secrets/secret-broker.ts'
import type { SecretStore } from '../secrets/secret-store.ts'

/** An address without path or query: the proxy settings are asked of the server alone. */
const routeQuestion = z.object({ origin: z.string().regex(/^https?:\/\/[^/?#@\s]{1,300}\/$/) })

export interface AnswerEngineNeeds {
  readonly secrets: SecretStore
  /** The page's session: it reaches no network itself, but it knows the system's proxy settings, a script's included. Asked only once the app is ready. */
  session(): Pick<Session, 'resolveProxy'>
}

/** Answers what the engine asks of main. */
export function createEngineAnswers({ secrets, session }: AnswerEngineNeeds): (name: MainQuestionName, input: unknown) => Promise<Result<unknown>> {
  const answerSecret = createSecretBroker(secrets)
  return async (name, input) => {
    if (name !== 'network.route') return answerSecret(name, input)
    const question = routeQuestion.safeParse(input)
    if (!question.success) return fail(studioError('invalid_input', 'a question about a route that does not fit'))
    return succeed(await session().resolveProxy(question.data.origin))
  }
}
