import { plainRecipe } from '../../../shared/media/picture-recipe.ts'
import type { ImageWork } from '../images/image-work.ts'
import { documentType, type MediaToSend } from '../networks/network-media.ts'
import { readJpeg } from './metadata/read-jpeg.ts'
import { writePdf, type PdfPage } from './write-pdf.ts'

/** Longest side of a page, px: more than twice what networks show of one. */
const pageSide = 2400
/** Nobody sees a difference, also around letters. */
const quality = 92
/** What stands in the file beside a page's picture: far less. */
const besidePicture = 8_000
/** A page is not made smaller than this, however many there are. */
const leastBytes = 20_000

export interface DocumentToMake {
  readonly pages: readonly MediaToSend[]
  readonly title: string
  readonly maxBytes: number
}

/** Pictures as the pages of one PDF, in their order, made once it is read; the pictures stay as they are. */
export function asDocument({ pages, title, maxBytes }: DocumentToMake, images: Pick<ImageWork, 'run'>, signal: AbortSignal): MediaToSend {
  let made: Promise<Uint8Array> | null = null
  const eachBytes = Math.max(leastBytes, Math.floor(maxBytes / Math.max(1, pages.length)) - besidePicture)
  async function make(): Promise<Uint8Array> {
    const drawn: PdfPage[] = []
    for (const page of pages) drawn.push({ ...(await makePage(page, eachBytes, images, signal)), altText: page.altText })
    return writePdf(title, drawn)
  }
  const read = (): Promise<Uint8Array> => (made ??= make())
  const [first] = pages
  return {
    mediaType: documentType, fileName: `${title.trim() === '' ? 'document' : title.trim()}.pdf`, altText: '', width: first?.width ?? 0, height: first?.height ?? 0,
    byteLength: pages.reduce((sum, { byteLength }) => sum + byteLength, 0), durationMs: null, read,
    async readPart(offset, length) {
      return (await read()).subarray(offset, offset + length)
    }
  }
}

/** A JPEG that can stand in a page is taken as it is; everything else is made into one. */
async function makePage(picture: MediaToSend, maxBytes: number, images: Pick<ImageWork, 'run'>, signal: AbortSignal): Promise<Omit<PdfPage, 'altText'>> {
  const bytes = await picture.read()
  const asItIs = picture.mediaType === 'image/jpeg' && bytes.byteLength <= maxBytes ? readJpeg(bytes) : null
  if (asItIs !== null && !asItIs.isTurned && asItIs.channels !== 4 && Math.max(asItIs.width, asItIs.height) <= pageSide) return { ...asItIs, jpeg: bytes }
  const recipe = { ...plainRecipe, maxSide: pageSide, maxBytes, mediaType: 'image/jpeg' as const }
  const done = await images.run({ bytes, isUprighted: true, recipe, output: { mediaType: 'image/jpeg', quality } }, { signal })
  if (!done.ok) throw new Error(`no page could be made of ${picture.fileName}: ${done.error.message}`)
  const page = readJpeg(done.value.bytes)
  if (page === null || page.channels === 4) throw new Error(`no page could be made of ${picture.fileName}: it has other colours than a screen`)
  return { ...page, jpeg: done.value.bytes }
}
