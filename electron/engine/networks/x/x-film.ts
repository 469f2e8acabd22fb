import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { Clock } from '../../time/clock.ts'
import { aboutFile } from '../media-failure.ts'
import type { KeptIds } from '../kept-ids.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { SendIntent } from '../network-publisher.ts'
import { done, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import type { XApi } from './x-api.ts'
import { addXCaptions } from './x-captions.ts'
import { xId } from './x-schemas.ts'
import { beginUpload, closeUpload, readUpload, segmentsOf, sendSegments, waitUntilReady, type FileInSegments, type Patience, type Processed, type UploadedData } from './x-upload.ts'

export interface FilmOfAttempt {
  readonly api: XApi
  readonly clock: Clock
  readonly session: Pick<AccountSession, 'signal' | 'onUploaded'>
  readonly intent: Pick<SendIntent, 'idempotencyKey' | 'keepBegun' | 'begunBefore'>
  /** The same as is kept over a crash: an attempt whose access ended in the middle begins anew without the outbox. */
  readonly films: KeptIds
  readonly patience: Patience
}

/** How far a film is at X. segments: so many of its segments are there · closed: all are, and X works on it · spoken: it is worked on and has its subtitles, and a post can take it. */
const steps = ['segments', 'closed', 'spoken'] as const
const begunSchema = z.object({ film: xId, fileName: z.string(), byteLength: z.int(), segments: z.int().min(0), step: z.enum(steps), until: z.number() })
type Begun = z.infer<typeof begunSchema>

/** What the page's example gives a film that is closed and in no post (https://docs.x.com/x-api/media/quickstart/media-upload-chunked, read on 2026-11-23), where X does not say it itself. */
const usualLifeSecs = 86_400
/** A post has to go out before it is over, ms. */
const marginMs = 10 * 60_000

/**
 * A film, handed over segment by segment, worked on there, and with its subtitles: its number, for the post that follows. It may take hours, so what is there already is written down with each
 * step: an attempt that was cut, or ended with the program, is gone on with by the next one, within the time for which X keeps what no post has.
 */
export async function bringFilm(by: FilmOfAttempt, film: MediaToSend): Promise<NetworkResult<string>> {
  const worked = await bringWorked(by, film)
  if (!worked.ok) return worked
  const { film: id, step } = worked.value
  if (step === 'spoken') return done(id)
  const spoken = await addXCaptions(by.api, processedBy(by), id, film.captions ?? [])
  if (!spoken.ok) return spoken
  keep(by, { ...worked.value, step: 'spoken' })
  return done(id)
}

type FilmsKept = Pick<FilmOfAttempt, 'films' | 'intent'>

/** With it X refused the post: whoever tries again hands it over anew. */
export function forgetFilm(by: FilmsKept): void {
  keepToken(by, 'none')
}

async function bringWorked(by: FilmOfAttempt, film: MediaToSend): Promise<NetworkResult<Begun>> {
  const token = by.films.of(by.intent.idempotencyKey) ?? by.intent.begunBefore
  const known = token === undefined ? null : readBegun(token, film, by.clock.now())
  const went = known === null ? null : await goOn(by, film, known)
  // Of what X does not know any more, or cannot use, another upload is made; everything else may pass.
  if (went !== null && (went.ok || went.failure.kind !== 'rejected')) return went
  const begun = aboutFile(await beginUpload(by.api, fileOf(film)), film)
  return begun.ok ? goOn(by, film, { film: begun.value.id, fileName: film.fileName, byteLength: film.byteLength, segments: 0, step: 'segments', until: lifeOf(begun.value, by.clock.now()) }) : begun
}

async function goOn(by: FilmOfAttempt, film: MediaToSend, known: Begun): Promise<NetworkResult<Begun>> {
  keep(by, known)
  if (known.step === 'spoken') return done(known)
  const there = aboutFile(known.step === 'segments' ? await bringSegments(by, film, known) : await readUpload(by.api, known.film), film)
  if (!there.ok) return there
  const isUntold = known.step === 'closed' && there.value.expires_after_secs === undefined
  const closed: Begun = { ...known, segments: segmentsOf(film), step: 'closed', until: isUntold ? known.until : lifeOf(there.value, by.clock.now()) }
  keep(by, closed)
  return mapValue(aboutFile(await waitUntilReady(by.api, processedBy(by), known.film, there.value.processing_info), film), () => closed)
}

async function bringSegments(by: FilmOfAttempt, film: MediaToSend, known: Begun): Promise<NetworkResult<UploadedData>> {
  const file = fileOf(film)
  const sent = await sendSegments(by.api, known.film, file, known.segments, (count, bytes) => {
    keep(by, { ...known, segments: count })
    by.session.onUploaded?.(bytes, film.byteLength)
  })
  if (!sent.ok) return sent
  const closed = await closeUpload(by.api, known.film)
  // It may have been closed by an attempt before, whose answer was lost.
  return closed.ok || closed.failure.kind !== 'rejected' || known.segments < segmentsOf(file) ? closed : readWorked(by, known.film, closed)
}

function processedBy({ clock, session: { signal }, patience }: FilmOfAttempt): Processed {
  return { clock, signal, patience }
}

/** As X has it now, where it says that it works on it or has done so; else what closing it gave. */
async function readWorked({ api }: FilmOfAttempt, id: string, closed: NetworkResult<UploadedData>): Promise<NetworkResult<UploadedData>> {
  const looked = await readUpload(api, id)
  return looked.ok && looked.value.processing_info !== undefined ? looked : closed
}

function fileOf({ mediaType, byteLength, fileName, readPart }: MediaToSend): FileInSegments {
  return { mediaType, category: 'tweet_video', byteLength, fileName, readPart: (offset, length) => readPart(offset, length) }
}

/** Until when X keeps it, ms since the epoch. */
function lifeOf({ expires_after_secs: told }: UploadedData, now: number): number {
  return now + (told ?? usualLifeSecs) * 1000
}

/** Only a help: what cannot be kept is handed over anew. */
function keep(by: FilmsKept, begun: Begun): void {
  keepToken(by, JSON.stringify(begun))
}

function keepToken({ films, intent }: FilmsKept, token: string): void {
  films.note(intent.idempotencyKey, token)
  try {
    intent.keepBegun?.(token)
  } catch {
    // The job is not being sent any more: nothing of it is published either.
  }
}

/** The upload of this very file, which X has still; null: of another one, or none at all. */
function readBegun(token: string, { fileName, byteLength }: MediaToSend, now: number): Begun | null {
  const parsed = begunSchema.safeParse(parseJson(token))
  return parsed.success && parsed.data.fileName === fileName && parsed.data.byteLength === byteLength && parsed.data.until - marginMs > now ? parsed.data : null
}
