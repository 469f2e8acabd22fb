import { z } from 'zod'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { parseJson } from '../http/parse-json.ts'
import type { Clock } from '../time/clock.ts'
import type { KeptIds } from './kept-ids.ts'
import { aboutFile } from './media-failure.ts'
import type { MediaToSend } from './network-media.ts'
import type { AccountSession } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'
import type { SendIntent } from './network-publisher.ts'
import { done, failed, mapValue } from './network-results.ts'
import { wait } from './wait.ts'

/** How far a network is with a film that it has. `failed`: it cannot use it. */
export type FilmState = { readonly kind: 'ready' | 'working' } | { readonly kind: 'failed'; readonly reason: string }

/** Between two looks at what is worked on for minutes; together less than an attempt may take after the last byte. */
export const filmLookDelays = [0, 5_000, 10_000, 15_000, 30_000, 30_000, 30_000, 30_000, 30_000, 30_000, 30_000] as const

export interface FilmSteps {
  /** Hands it over, all of it: the network's name for it, as long as nobody sees it. */
  upload(file: MediaToSend): Promise<NetworkResult<string>>
  look(id: string): Promise<NetworkResult<FilmState>>
}

export interface FilmPlace {
  readonly clock: Clock
  readonly session: Pick<AccountSession, 'signal'>
  /** What earlier attempts handed over. */
  readonly films: KeptIds
  readonly idempotencyKey: string
  /** What earlier attempts handed over, over a crash too. Left out by a network that keeps that itself. */
  readonly kept?: Pick<SendIntent, 'keepBegun' | 'begunBefore'>
}

/**
 * A film that the network works on before a post can take it. What it was not through with when an attempt had to end is waited for by the next one, and not handed over anew.
 */
export async function handOverFilm({ clock, session, films, idempotencyKey, kept }: FilmPlace, file: MediaToSend, { upload, look }: FilmSteps): Promise<NetworkResult<string>> {
  const name = JSON.stringify([idempotencyKey, file.fileName, file.byteLength])
  const known = films.of(name) ?? readBegun(kept?.begunBefore, file)
  if (known !== undefined) {
    keep(kept, known, file)
    const before = await lookUntilReady(clock, session.signal, () => look(known))
    // What is not known there any more, or cannot be used, is handed over anew; everything else may pass.
    if (!canBeAnother(before)) return mapValue(before, () => known)
  }
  const uploaded = aboutFile(await upload(file), file)
  if (!uploaded.ok) return uploaded
  films.note(name, uploaded.value)
  keep(kept, uploaded.value, file)
  const ended = await lookUntilReady(clock, session.signal, () => look(uploaded.value))
  if (!ended.ok) return ended
  if (ended.value.kind !== 'failed') return done(uploaded.value)
  const { reason } = ended.value
  return aboutFile(failed('rejected', studioError('rejected', 'the network cannot use the video', { details: { status: 422, ...(reason === '' ? {} : { reason }) } })), file)
}

function canBeAnother(before: NetworkResult<FilmState>): boolean {
  return before.ok ? before.value.kind === 'failed' : before.failure.kind === 'rejected'
}

async function lookUntilReady(clock: Clock, signal: AbortSignal, look: () => Promise<NetworkResult<FilmState>>): Promise<NetworkResult<FilmState>> {
  for (const delay of filmLookDelays) {
    if (delay > 0 && !(await wait(clock, delay, signal))) break
    const state = await look()
    if (!state.ok || state.value.kind !== 'working') return state
  }
  return failed('server_error', studioError('timeout', 'the network is still at work on the video', { retryable: true, details: { reason: 'media_processing' } }))
}

/** What goes into an address is no more than a name. */
const begunSchema = z.tuple([z.literal('film'), z.string().regex(/^[\w:-]{1,200}$/), z.string(), z.int()])

/** Only a help: what cannot be kept is handed over anew. */
function keep(kept: FilmPlace['kept'], id: string, { fileName, byteLength }: MediaToSend): void {
  try {
    kept?.keepBegun?.(JSON.stringify(['film', id, fileName, byteLength] satisfies z.infer<typeof begunSchema>))
  } catch {
    // The job is not being sent any more: nothing of it is published either.
  }
}

/** The network's name for this very file; undefined: another one was kept, or none at all. */
function readBegun(token: string | undefined, { fileName, byteLength }: MediaToSend): string | undefined {
  const parsed = begunSchema.safeParse(token === undefined ? undefined : parseJson(token))
  return parsed.success && parsed.data[2] === fileName && parsed.data[3] === byteLength ? parsed.data[1] : undefined
}
