import { existsSync } from 'node:fs'
import { isVideo, type ImageType } from '../../../shared/media/media-item.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { Logger } from '../log/logger.ts'
import type { Random } from '../random.ts'
import type { MediaFiles } from './media-files.ts'
import { blankFilm, blankFilmName } from './blank-film.ts'
import type { StoredMedia } from './media-repository.ts'

/** Longest side of a thumbnail, in pixels: twice the widest place where one stands. */
const side = 640
/** A picture that is hardly larger than its thumbnail would be serves as its own. */
const smallBytes = 150_000
/** The largest area that the page may decode in a list when no thumbnail could be made. */
const bearableArea = 4_000_000
const quality = 78

export interface Located {
  readonly path: string
  readonly mediaType: string
}

export interface Thumbnails {
  /** Made at once if it is not there yet; what was asked for last comes first. Null when there is none and the picture itself is too large for a list. */
  locate(media: StoredMedia): Promise<Located | null>
  /** Makes it when nothing more urgent is to do. */
  prepare(media: StoredMedia): void
  /** Removes what a crash left half made, and the thumbnails of pictures that are gone. */
  sweep(isNamed: (sha256: string) => boolean): Promise<void>
  /** Returns when nothing is written any more; the signal ended what was under way. */
  stop(): Promise<void>
}

/** What is made small: the picture, or the cover of a video. */
interface Picture {
  readonly sha256: string
  readonly mediaType: ImageType
  readonly area: number
  /** Small enough to stand in a list itself. */
  readonly isSmall: boolean
}

interface Wish {
  readonly media: Picture
  readonly whenDone: ((isThere: boolean) => void)[]
}

/** Where the pictures themselves lie, `pictures`, and where small ones of them are kept, `small`: they can all be made again. */
export interface ThumbnailsNeeds {
  readonly pictures: MediaFiles
  readonly small: MediaFiles
  readonly images: ImageWork
  readonly random: Random
  readonly log: Logger
  readonly signal: AbortSignal
}

/** Small pictures for lists, made one at a time in the background and kept as files. */
export function createThumbnails({ pictures, small, images, random, log, signal }: ThumbnailsNeeds): Thumbnails {
  const urgent: Wish[] = []
  const later: Picture[] = []
  /** Tried since the start, in vain. */
  const failed = new Set<string>()
  let working: Promise<void> | null = null

  const pathOf = ({ sha256 }: Picture): string => small.pathOf(sha256, 'image/webp')
  const original = ({ sha256, mediaType }: Picture): Located => ({ path: pictures.pathOf(sha256, mediaType), mediaType })

  async function make(media: Picture): Promise<boolean> {
    if (existsSync(pathOf(media))) return true
    if (failed.has(media.sha256) || signal.aborted) return false
    try {
      const bytes = await pictures.read(original(media).path)
      const done = await images.run({ bytes, isUprighted: true, fitWithin: side, output: { mediaType: 'image/webp', quality } }, { signal, isGiven: true })
      if (!done.ok && done.error.code !== 'work_cancelled') failed.add(media.sha256)
      if (!done.ok || signal.aborted) return false
      await small.write(pathOf(media), done.value.bytes, random.id())
      return true
    } catch (error) {
      failed.add(media.sha256)
      log.warning(`no thumbnail of a picture: ${String(error)}`)
      return false
    }
  }

  async function locateBlankFilm(): Promise<Located | null> {
    const path = small.pathOf(blankFilmName, 'image/png')
    try {
      if (!existsSync(path)) await small.write(path, blankFilm, random.id())
      return { path, mediaType: 'image/png' }
    } catch (error) {
      log.warning(`no picture for a video without one: ${String(error)}`)
      return null
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      const wish = urgent.pop()
      const media = wish?.media ?? later.pop()
      if (media === undefined) break
      const isThere = await make(media)
      wish?.whenDone.forEach((tell) => tell(isThere))
    }
    working = null
  }

  function wake(): void {
    working ??= work()
  }

  return {
    async locate(stored) {
      const media = pictureOf(stored)
      if (media === null) return locateBlankFilm()
      if (media.isSmall) return original(media)
      const isThere =
        existsSync(pathOf(media)) ||
        (await new Promise<boolean>((resolve) => {
          const waiting = urgent.findIndex(({ media: { sha256 } }) => sha256 === media.sha256)
          const [same] = waiting === -1 ? [] : urgent.splice(waiting, 1)
          urgent.push({ media, whenDone: [...(same?.whenDone ?? []), resolve] })
          wake()
        }))
      if (isThere) return { path: pathOf(media), mediaType: 'image/webp' }
      return media.area <= bearableArea ? original(media) : null
    },
    prepare(stored) {
      const media = pictureOf(stored)
      if (media === null || media.isSmall || existsSync(pathOf(media))) return
      later.push(media)
      wake()
    },
    async sweep(isNamed) {
      await small.sweep()
      for (const { path, sha256 } of await small.list()) if (!isNamed(sha256)) await small.remove(path)
    },
    async stop() {
      await working
    }
  }
}

function pictureOf({ item, sha256, coverSha256 }: StoredMedia): Picture | null {
  const area = item.width * item.height
  if (!isVideo(item)) return { sha256, mediaType: item.mediaType, area, isSmall: Math.max(item.width, item.height) <= side && item.bytes <= smallBytes }
  return coverSha256 === null ? null : { sha256: coverSha256, mediaType: 'image/jpeg', area, isSmall: false }
}
