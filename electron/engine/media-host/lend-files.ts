import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { MediaHost } from '../../../shared/media-host/media-host.ts'
import type { PictureFit } from '../../../shared/networks/image-rule.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { Logger } from '../log/logger.ts'
import type { MediaToSend } from '../networks/network-media.ts'
import type { PublicFile, PublicMedia } from '../networks/network-public-media.ts'
import { isVideo, streamedFile } from '../networks/streamed-form.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import { hostFailed, type FilePlace, type HostedFile } from './file-place.ts'
import type { HostedFilesRepository } from './hosted-files-repository.ts'

export interface LendFilesNeeds {
  readonly repository: HostedFilesRepository
  readonly images: Pick<ImageWork, 'run'>
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  readonly stopping: AbortSignal
  placeOf(host: MediaHost): Promise<Result<FilePlace>>
}

type Asked = Parameters<PublicMedia['place']>[2]

export interface LendFiles {
  lend(host: MediaHost, file: MediaToSend, mediaTypes: readonly string[], asked: Asked): Promise<Result<PublicFile>>
  lendBytes(host: MediaHost, place: FilePlace, bytes: HostedFile['bytes'], mediaType: string, signal?: AbortSignal): Promise<Result<PublicFile & { readonly name: string }>>
  /** Takes away what lies somewhere and is not in use: what a power cut or a failure left. */
  clean(): Promise<void>
  /** `known`: the place as it was opened; null: as it is by now. */
  takeAway(name: string, known: FilePlace | null): Promise<Result<null>>
  stop(): Promise<void>
}

const sentQuality = 92
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'video/webm': 'webm' }
/** A place that does not answer for so long is given up: its account or its keys are gone. */
const triedFor = 60 * 24 * 60 * 60_000

/** Files that networks fetch: each is written down before it goes to its place, and crossed out when it was taken away again. */
export function createLendFiles(needs: LendFilesNeeds): LendFiles {
  const { repository, images, clock, random, log, stopping, placeOf } = needs
  const inUse = new Set<string>()
  const underWay = new Set<Promise<unknown>>()

  async function lendBytes(host: MediaHost, place: FilePlace, bytes: HostedFile['bytes'], mediaType: string, signal = stopping): Promise<Result<PublicFile & { readonly name: string }>> {
    const name = `vigie-${Buffer.from(random.bytes(16)).toString('hex')}.${endings[mediaType] ?? 'bin'}`
    inUse.add(name)
    repository.add({ name, host, putAt: clock.now() })
    const put = await place.put({ name, mediaType, bytes }, signal === stopping ? stopping : AbortSignal.any([stopping, signal]))
    if (stopping.aborted) return hostFailed('unreachable', 'the workspace is being closed')
    if (!put.ok) {
      // Refused, it does not lie there; else nobody can tell.
      if (put.error.retryable) release(name, place, { mayStillArrive: true })
      else repository.remove(name)
      inUse.delete(name)
      return put
    }
    repository.setHandle(name, put.value.handle)
    return succeed({ name, url: put.value.url, release: () => release(name, place) })
  }

  function release(name: string, place: FilePlace, how?: { readonly mayStillArrive: boolean }): void {
    const taking = takeAway(name, place, how).finally(() => underWay.delete(taking))
    underWay.add(taking)
  }

  /** `mayStillArrive`: the upload was cut off and may be done after this: it is taken away once more in the next round. */
  async function takeAway(name: string, known: FilePlace | null, { mayStillArrive } = { mayStillArrive: false }): Promise<Result<null>> {
    inUse.delete(name)
    const file = repository.list().find((each) => each.name === name)
    if (file === undefined) return succeed(null)
    const place = known === null ? await placeOf(file.host) : succeed(known)
    const removed = place.ok ? await place.value.remove(file, stopping) : place
    if (stopping.aborted) return removed
    if (removed.ok && !mayStillArrive) repository.remove(name)
    if (!removed.ok) log.warning(`a file still lies at the public place: ${removed.error.message}`)
    if (!removed.ok && file.putAt < clock.now() - triedFor) repository.remove(name)
    return removed
  }

  return {
    lendBytes,
    takeAway,
    async lend(host, file, mediaTypes, asked) {
      const place = await placeOf(host)
      if (!place.ok) return place
      const ready = await asTaken(images, file, mediaTypes, asked, stopping)
      return ready.ok ? lendBytes(host, place.value, ready.value.bytes, ready.value.mediaType, asked.signal) : ready
    },
    async clean() {
      for (const { name } of repository.list()) {
        if (stopping.aborted) return
        if (!inUse.has(name)) await takeAway(name, null)
      }
    },
    async stop() {
      await Promise.allSettled(underWay)
    }
  }
}

/** The file in a kind that the network takes; what has to be made into another is made into its first. */
async function asTaken(images: Pick<ImageWork, 'run'>, file: MediaToSend, mediaTypes: readonly string[], { onUploaded, fit }: Asked, signal: AbortSignal): Promise<Result<Pick<HostedFile, 'bytes' | 'mediaType'>>> {
  if (isVideo(file)) return mediaTypes.includes(file.mediaType) ? succeed({ bytes: streamedFile(file, onUploaded), mediaType: file.mediaType }) : hostFailed('not_converted', `a video of the kind ${file.mediaType} is made into no other`, { fileName: file.fileName })
  return pictureAsTaken(images, file, mediaTypes, fit, signal)
}

async function pictureAsTaken(images: Pick<ImageWork, 'run'>, file: MediaToSend, mediaTypes: readonly string[], fit: PictureFit | undefined, signal: AbortSignal): Promise<Result<Pick<HostedFile, 'bytes' | 'mediaType'>>> {
  const bytes = await file.read()
  const [first] = mediaTypes
  const longest = fit === undefined ? null : longestWithin(file, fit)
  const isTaken = first === undefined || mediaTypes.includes(file.mediaType)
  if (isTaken && longest === null) return succeed({ bytes, mediaType: file.mediaType })
  if (first !== 'image/jpeg' && first !== 'image/png') return hostFailed('not_converted', `${file.mediaType} is not made into ${first ?? 'another'}`)
  const made = await images.run({ bytes, isUprighted: false, ...(longest === null ? {} : { fitWithin: longest }), output: { mediaType: first, quality: sentQuality } }, { signal })
  if (!made.ok) return made.error.code === 'work_cancelled' ? fail(made.error) : hostFailed('not_converted', made.error.message, { fileName: file.fileName })
  return succeed({ bytes: made.value.bytes, mediaType: first })
}

/** How long the longer side becomes, where one of them is too long; null: neither is. */
function longestWithin({ width, height }: Pick<MediaToSend, 'width' | 'height'>, { short, long }: PictureFit): number | null {
  const scale = Math.min(short / Math.min(width, height), long / Math.max(width, height))
  return scale >= 1 ? null : Math.max(1, Math.floor(Math.max(width, height) * scale))
}
