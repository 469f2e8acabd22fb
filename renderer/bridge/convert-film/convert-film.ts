import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { madeShare } from '../../../shared/contract/library.contract.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { lighter, type FilmPlan, type FilmTarget } from '../../../shared/media/fit-film.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import { coverFrom } from '../film-cover.ts'
import type { FromFilmWorker, ToFilmWorker } from './film-messages.ts'

export interface ConvertFilm {
  readonly bridge: Pick<StudioBridge, 'request' | 'on'>
  readonly workspaceId: string
  readonly film: VideoItem
  /** The id that the new film is to have. */
  readonly newMediaId: string
  readonly plan: Extract<FilmPlan, { kind: 'rewrap' | 'convert' }>
  readonly signal: AbortSignal
  /** 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly addressOf: (mediaId: string) => string
}

/** So often a film that came out too heavy is made once more. */
const mostTries = 3

/** Makes a film that fits of another one, which stays: encoded by a worker of this page, stored by the engine as it comes. Fails with `work_cancelled`, `video_unreadable` (details: `reason`) and as the requests do; then nothing of it is left. */
export async function convertFilm(wish: ConvertFilm): Promise<Result<VideoItem>> {
  const { bridge, workspaceId, newMediaId, plan, film, signal, onProgress } = wish
  const stopListening = bridge.on('media.progress', (said) => void (said.mediaId === newMediaId && onProgress(said.percent / 100)))
  const cancel = (): void => void bridge.request('library.cancelConversion', { workspaceId, newMediaId })
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const made = plan.kind === 'rewrap' ? await bridge.request('library.rewrapVideo', { workspaceId, mediaId: film.id, newMediaId }) : await convertWithin(wish, plan.target)
    if (!made.ok) return signal.aborted ? fail(cancelled) : fail(named(made.error, film.fileName))
    const cover = await coverFrom(wish.addressOf(newMediaId))
    const covered = cover === null ? null : await bridge.request('media.setCover', { workspaceId, mediaId: newMediaId, bytes: cover })
    // A film without a cover is a film all the same.
    return covered?.ok === true ? covered : made
  } finally {
    stopListening()
    signal.removeEventListener('abort', cancel)
  }
}

async function convertWithin(wish: ConvertFilm, first: FilmTarget): Promise<Result<VideoItem>> {
  const { bridge, workspaceId, film, newMediaId, signal } = wish
  let target = first
  for (let left = mostTries - 1; ; left -= 1) {
    const begun = await bridge.request('library.beginConversion', { workspaceId, mediaId: film.id, newMediaId, expectedBytes: Math.ceil(((target.bitRate + 1_600_000) / 8) * (film.durationMs / 1000)) })
    if (!begun.ok) return begun
    const error = signal.aborted ? cancelled : await encode(wish, target)
    if (error !== null) {
      await bridge.request('library.cancelConversion', { workspaceId, newMediaId })
      return fail(error)
    }
    const made = await bridge.request('library.finishConversion', { workspaceId, newMediaId, maxBytes: target.maxBytes })
    const found = made.ok || made.error.code !== 'media_too_large' ? null : made.error.details?.['found']
    const next = typeof found !== 'number' || left === 0 ? null : lighter(target, found)
    if (next === null) return made
    target = next
  }
}

/** Has the worker encode, and stands between it and the engine; answers what went wrong. */
function encode({ bridge, workspaceId, film, newMediaId, signal, onProgress }: ConvertFilm, target: FilmTarget): Promise<StudioError | null> {
  const worker = new Worker(new URL('film-worker.ts', import.meta.url), { type: 'module' })
  const tell = (message: ToFilmWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer)
  return new Promise<StudioError | null>((resolve) => {
    const handle = async (message: FromFilmWorker): Promise<void> => {
      switch (message.kind) {
        case 'read': {
          const answer = await bridge.request('library.readVideo', { workspaceId, mediaId: film.id, offset: message.offset, length: message.length })
          const bytes = answer.ok ? new Uint8Array(answer.value.bytes) : null
          return tell({ kind: 'bytes', id: message.id, bytes }, bytes === null ? [] : [bytes.buffer])
        }
        case 'part': {
          const taken = await bridge.request('library.addConverted', { workspaceId, newMediaId, offset: message.offset, bytes: message.bytes })
          return taken.ok ? tell({ kind: 'stored' }) : resolve(taken.error)
        }
        case 'progress':
          return onProgress((message.share * madeShare) / 100)
        case 'done':
          return resolve(null)
        case 'failed':
          return resolve(studioError('video_unreadable', message.reason, { details: { reason: message.fault } }))
      }
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FromFilmWorker>) => void handle(data).catch((error: unknown) => resolve(studioError('video_unreadable', String(error), { details: { reason: 'damaged' } }))))
    worker.addEventListener('error', ({ message }) => resolve(studioError('video_unreadable', message, { details: { reason: 'damaged' } })))
    signal.addEventListener('abort', () => resolve(cancelled), { once: true })
    tell({ kind: 'convert', bytes: film.bytes, target })
  }).finally(() => worker.terminate())
}

const cancelled = studioError('work_cancelled', 'the work on a video was ended')

function named(error: StudioError, fileName: string): StudioError {
  return { ...error, details: { ...error.details, fileName } }
}
