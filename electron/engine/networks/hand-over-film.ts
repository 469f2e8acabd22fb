import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Clock } from '../time/clock.ts'
import type { KeptIds } from './kept-ids.ts'
import { aboutFile } from './media-failure.ts'
import type { MediaToSend } from './network-media.ts'
import type { AccountSession } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed } from './network-results.ts'
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
}

/**
 * A film that the network works on before a post can take it. What it was not through with when an attempt had to end is waited for by the next one,
 * as long as the program runs, and not handed over anew.
 */
export async function handOverFilm({ clock, session, films, idempotencyKey }: FilmPlace, file: MediaToSend, { upload, look }: FilmSteps): Promise<NetworkResult<string>> {
  const name = JSON.stringify([idempotencyKey, file.fileName, file.byteLength])
  const known = films.of(name)
  const before = known === undefined ? null : await lookUntilReady(clock, session.signal, () => look(known))
  if (known !== undefined && before !== null) {
    if (before.ok && before.value.kind === 'ready') return done(known)
    // What is not known there any more, or cannot be used, is handed over anew; everything else may pass.
    if (!before.ok && before.failure.kind !== 'rejected') return before
  }
  const uploaded = aboutFile(await upload(file), file)
  if (!uploaded.ok) return uploaded
  films.note(name, uploaded.value)
  const ended = await lookUntilReady(clock, session.signal, () => look(uploaded.value))
  if (!ended.ok) return ended
  if (ended.value.kind !== 'failed') return done(uploaded.value)
  const { reason } = ended.value
  return aboutFile(failed('rejected', studioError('rejected', 'the network cannot use the video', { details: { status: 422, ...(reason === '' ? {} : { reason }) } })), file)
}

async function lookUntilReady(clock: Clock, signal: AbortSignal, look: () => Promise<NetworkResult<FilmState>>): Promise<NetworkResult<FilmState>> {
  for (const delay of filmLookDelays) {
    if (delay > 0 && !(await wait(clock, delay, signal))) break
    const state = await look()
    if (!state.ok || state.value.kind !== 'working') return state
  }
  return failed('server_error', studioError('timeout', 'the network is still at work on the video', { retryable: true, details: { reason: 'media_processing' } }))
}
