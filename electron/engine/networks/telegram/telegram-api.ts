import { z } from 'zod'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callForJson, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { watchClock } from '../server-clock.ts'
import { explainTelegramFailure } from './telegram-failures.ts'
import type { TelegramOptions } from './telegram-options.ts'
import { readTelegramSecret } from './telegram-secret.ts'

export interface TelegramApi {
  now(): number
  /** Telegram's time minus ours, in ms, as its last answer told it; 0 before the first. */
  clockOffset(): number
  /** Calls a method of the Bot API; what it is given goes as JSON, or as a form where files go along. */
  call<Value>(method: string, fields: object | FormData | StreamedBody, result: z.ZodType<Value>, effect: Effect): Promise<NetworkResult<Value>>
}

const uploadTimeout = 120_000

/**
 * https://core.telegram.org/bots/api (10.1, read on 2026-11-21). The token is part of the path, there is no other way: the redactor takes it out of whatever
 * is logged or told about an address (`http/redact.ts`).
 */
export function createTelegramApi({ http, clock }: TelegramOptions, access: { readonly url: string; readonly token: string }, { signal, limits }: Pick<AccountSession, 'signal' | 'limits'>): TelegramApi {
  const watched = watchClock(http, clock)
  return {
    now: () => clock.now(),
    clockOffset: () => watched.offsetOf(access.url),
    async call(method, fields, result, effect) {
      const isForm = fields instanceof FormData || 'pieces' in fields
      const call: ApiCall = { http: watched.http, effect, now: () => clock.now(), explain: (answer) => explainTelegramFailure(answer, clock.now()), limits }
      const request: HttpRequest = {
        method: 'POST',
        url: `${access.url}/bot${access.token}/${method}`,
        headers: { accept: 'application/json', ...(isForm ? {} : { 'content-type': 'application/json' }) },
        body: isForm ? fields : JSON.stringify(fields),
        signed: true,
        signal,
        ...(isForm ? { timeout: uploadTimeout } : {})
      }
      return mapValue(await callForJson(call, request, z.looseObject({ ok: z.literal(true), result })), (answer) => answer.result)
    }
  }
}

/** The Bot API as the bot of a session. */
export function openTelegramApi(options: TelegramOptions, session: AccountSession): NetworkResult<TelegramApi> {
  const secret = readTelegramSecret(session.secret)
  return secret.ok ? done(createTelegramApi(options, { url: session.account.serverUrl, token: secret.value.token }, session)) : secret
}
