import { z } from 'zod'
import type { FromEngine, MainQuestionName, MainQuestions } from '../../../shared/contract/engine-link.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, studioErrorSchema } from '../../../shared/errors/studio-error.ts'
import type { Clock } from '../time/clock.ts'

/** A line to the parent process, whichever way it is made. */
export interface EnginePort {
  post(message: FromEngine): void
  onMessage(listener: (message: unknown) => void): void
}

/** The engine's end of the link to main: questions out, requests in. */
export interface MainLink {
  /** Always gets an answer: `keychain_timeout` when main gives none within a minute. */
  question<Name extends MainQuestionName>(name: Name, input: MainQuestions[Name]['input']): Promise<Result<MainQuestions[Name]['output']>>
}

/** Main gives up on a locked keychain sooner than this (ms); it only guards against an answer that is lost. */
const answerWithinMs = 60_000

const resultSchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: studioErrorSchema })])
const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), sequence: z.int(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('answer'), sequence: z.int(), result: resultSchema }),
  z.object({ kind: z.literal('ping') })
])
const outputSchemas = {
  'secrets.get': z.string().nullable(),
  'secrets.put': z.object({}).transform(() => ({})),
  'secrets.delete': z.object({}).transform(() => ({})),
  'network.route': z.string()
} as const satisfies { [Name in MainQuestionName]: z.ZodType<MainQuestions[Name]['output']> }

export interface MainLinkNeeds {
  readonly port: EnginePort
  readonly clock: Clock
  onRequest(request: { readonly sequence: number; readonly name: string; readonly input: unknown }): void
  /** A message that cannot be understood: only a bug in main can bring one. */
  onNonsense(): void
}

export function createMainLink({ port, clock, onRequest, onNonsense }: MainLinkNeeds): MainLink {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let lastSequence = 0

  port.onMessage((message) => {
    const parsed = messageSchema.safeParse(message)
    if (!parsed.success) {
      onNonsense()
      return
    }
    if (parsed.data.kind === 'ping') {
      port.post({ kind: 'pong' })
      return
    }
    if (parsed.data.kind === 'request') {
      onRequest(parsed.data)
      return
    }
    waiting.get(parsed.data.sequence)?.(parsed.data.result)
  })

  function askMain(name: MainQuestionName, input: unknown): Promise<Result<unknown>> {
    lastSequence += 1
    const sequence = lastSequence
    return new Promise((resolve) => {
      const finish = (result: Result<unknown>): void => {
        cancel()
        waiting.delete(sequence)
        resolve(result)
      }
      const cancel = clock.after(answerWithinMs, () => finish(fail(studioError('keychain_timeout', `no answer to ${name}`, { retryable: true }))))
      waiting.set(sequence, finish)
      port.post({ kind: 'question', sequence, name, input })
    })
  }

  return {
    async question(name, input) {
      const answer = await askMain(name, input)
      if (!answer.ok) return answer
      const output = outputSchemas[name].safeParse(answer.value)
      if (!output.success) return fail(studioError('bug', `the answer to ${name} does not fit`))
      return succeed(output.data)
    }
  }
}
