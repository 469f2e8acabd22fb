import { madeShare } from '../../../shared/contract/library.contract.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type VideoItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { cancelled, roomFor, type MadeFilmKeeper } from './keep-made-film.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository } from './media-repository.ts'
import { nameFitted } from './name-version.ts'
import type { UnfinishedFile } from './unfinished-file.ts'

/** A page that is gone does not come back; one that encodes 4K on a slow computer may be silent for a while. */
const forgottenAfter = 10 * 60_000

export interface VideoConverterNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keepMade: MadeFilmKeeper
  readonly videos: VideoWork
  readonly readPart: (mediaId: string, offset: number, length: number) => Promise<Uint8Array>
  readonly signal: AbortSignal
}

interface Coming {
  readonly of: VideoItem
  /** What the page makes; null: the film is only wrapped anew. */
  readonly file: UnfinishedFile | null
  readonly cancelling: AbortController
  received: number
  forget: () => void
  /** One after the other, whatever the page asks at once. */
  turn: Promise<unknown>
}

type ConversionHandlers = Pick<RequestHandlers, 'library.readVideo' | 'library.beginConversion' | 'library.addConverted' | 'library.finishConversion' | 'library.rewrapVideo' | 'library.cancelConversion'>

/** Takes in what the page makes of a film, and makes an ordinary MP4 of it. Until that is whole, checked and on the disk, no row names it; what a crash leaves is swept away at the next start. */
export function createVideoConverter({ context, files, repository, keepMade, videos, readPart, signal }: VideoConverterNeeds): ConversionHandlers & { stop(): Promise<void> } {
  const coming = new Map<string, Coming>()

  async function drop(id: string): Promise<void> {
    const one = coming.get(id)
    if (one === undefined) return
    coming.delete(id)
    one.forget()
    one.cancelling.abort()
    await one.turn.catch(() => undefined)
    await one.file?.discard()
  }
  function keepAwake(id: string, one: Coming): void {
    one.forget()
    one.forget = context.clock.after(forgottenAfter, () => void drop(id))
  }
  /** What one call does, after those before it. What fails by the disk leaves nothing. */
  async function inTurn<Value>(id: string, work: (one: Coming) => Promise<Result<Value>>): Promise<Result<Value>> {
    const one = coming.get(id)
    if (one === undefined) return fail(notBegun)
    const turn = one.turn.then(async () => (coming.get(id) === one ? work(one) : fail(cancelled)))
    one.turn = turn.catch(() => undefined)
    try {
      return await turn
    } catch (error) {
      context.log.warning(`a film could not be made of another one: ${String(error)}`)
      void drop(id)
      return fail(toStorageError(error) ?? studioError('media_unreadable', 'the file of the film could not be read or written'))
    }
  }
  function begin(id: string, of: VideoItem, file: UnfinishedFile | null): Coming {
    const one: Coming = { of, file, cancelling: new AbortController(), received: 0, forget: () => undefined, turn: Promise.resolve() }
    coming.set(id, one)
    return one
  }
  function filmOf(mediaId: string): Result<VideoItem> {
    const item = repository.read(mediaId)?.item
    if (item === undefined) return fail(missing)
    return isVideo(item) ? succeed(item) : fail(studioError('media_kind_unsupported', 'a picture is no video'))
  }

  /** Writes the MP4 that is kept, from what the page made or from the film itself. */
  async function make(id: string, { of, file, cancelling, forget }: Coming, maxBytes: number | null): Promise<Result<VideoItem>> {
    forget()
    await file?.close()
    const ends = AbortSignal.any([signal, cancelling.signal])
    const source = repository.read(of.id)
    if (source === null) return fail(missing)
    const whole = await files.begin(context.random.id())
    try {
      await whole.close()
      const begun = file === null ? 0 : madeShare
      const onProgress = (percent: number): void => context.emit('media.progress', { workspaceId: context.workspace().id, mediaId: id, percent: begun + Math.floor((percent * (100 - begun)) / 100) })
      const made = await videos.wrap(whole.path, file?.path ?? files.pathOf(source.sha256, of.mediaType), { signal: ends, onProgress })
      if (!made.ok) return made
      const { facts, bytes } = made.value
      if (maxBytes !== null && bytes > maxBytes) return fail(studioError('media_too_large', `bytes: ${bytes} is over ${maxBytes}`, { details: { what: 'bytes', found: bytes, max: maxBytes } }))
      const isSameSize = facts.width === of.width && facts.height === of.height
      return await keepMade(made.value, { of: of.id, as: id, nameOf: (taken) => nameFitted(of.fileName, { ...facts, isSameSize }, taken), ends, settle: whole.settle })
    } finally {
      await whole.discard()
    }
  }
  async function finish(id: string, maxBytes: number | null): Promise<Result<VideoItem>> {
    const finished = await inTurn(id, (one) => make(id, one, maxBytes))
    await drop(id)
    return finished
  }
  function known(id: string): Result<VideoItem> | null {
    const there = repository.read(id)?.item
    if (there === undefined) return null
    return isVideo(there) ? succeed(there) : fail(studioError('conflict', 'this id belongs to a picture'))
  }

  return {
    async 'library.readVideo'({ mediaId, offset, length }) {
      const film = filmOf(mediaId)
      if (!film.ok) return film
      try {
        return succeed({ bytes: new Uint8Array(await readPart(mediaId, offset, length)) })
      } catch (error) {
        return fail(toStorageError(error) ?? studioError('media_unreadable', 'the file of the film could not be read'))
      }
    },
    async 'library.beginConversion'({ mediaId, newMediaId, expectedBytes }) {
      const film = filmOf(mediaId)
      if (!film.ok) return film
      if (repository.read(newMediaId) !== null) return fail(studioError('conflict', 'this id belongs to a film that is there'))
      await drop(newMediaId)
      try {
        // What comes, and what is made of it.
        const tooFull = await roomFor(files, 2 * expectedBytes)
        if (tooFull !== null) return fail(tooFull)
        const file = await files.begin(context.random.id())
        if (signal.aborted) return await file.discard().then(() => fail(cancelled))
        keepAwake(newMediaId, begin(newMediaId, film.value, file))
        return succeed({})
      } catch (error) {
        return fail(toStorageError(error) ?? studioError('media_unreadable', 'no file could be begun'))
      }
    },
    'library.addConverted': ({ newMediaId, offset, bytes }) =>
      inTurn(newMediaId, async (one) => {
        if (one.file === null) return fail(notBegun)
        keepAwake(newMediaId, one)
        if (offset + bytes.byteLength <= one.received) return succeed({ received: one.received })
        if (offset !== one.received) return fail(studioError('conflict', `part at ${offset}, ${one.received} are here`))
        await one.file.append(bytes)
        one.received += bytes.byteLength
        return succeed({ received: one.received })
      }),
    'library.finishConversion': async ({ newMediaId, maxBytes }) => known(newMediaId) ?? finish(newMediaId, maxBytes),
    async 'library.rewrapVideo'({ mediaId, newMediaId }) {
      const there = known(newMediaId)
      if (there !== null) return there
      const film = filmOf(mediaId)
      if (!film.ok) return film
      await drop(newMediaId)
      begin(newMediaId, film.value, null)
      return finish(newMediaId, null)
    },
    async 'library.cancelConversion'({ newMediaId }) {
      await drop(newMediaId)
      return succeed({})
    },
    async stop() {
      await Promise.all([...coming.keys()].map(drop))
    }
  }
}

const missing = studioError('not_found', 'no such video in this workspace')
const notBegun = studioError('not_found', 'no film of this id is being made', { details: { reason: 'file_not_begun' } })
