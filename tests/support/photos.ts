import { createRequire } from 'node:module'
import type Vips from 'wasm-vips'
import { imageWorkerFiles } from './image-worker-files.ts'

/** A word that stands in every block of metadata of the photos made here, in text and in EXIF: nothing that leaves may hold it. */
export const secretWord = 'RueSecrete48N2E'

export interface PhotoOptions {
  readonly width?: number
  readonly height?: number
  readonly orientation?: number
  readonly frames?: number
}

export interface Photographer {
  readonly vips: typeof Vips
  /** Names of everything that the library knows of a picture. */
  fieldsOf(bytes: Uint8Array): readonly string[]
  /** A real picture with a red left half and a blue right half, and in it EXIF with a GPS position, XMP, IPTC and comments as far as the format knows them. */
  take(kind: 'jpg' | 'png' | 'webp' | 'gif', options?: PhotoOptions): Uint8Array
  /** What a viewer sees: the colour at a place, after turning it as its EXIF says; and the size. */
  look(bytes: Uint8Array): { readonly width: number; readonly height: number; at(x: number, y: number): readonly number[] }
  /** Names of all that is written in it beside the picture. */
  metadataOf(bytes: Uint8Array): readonly string[]
  close(): void
}

export async function startPhotographer(): Promise<Photographer> {
  const start = createRequire(import.meta.url)(imageWorkerFiles.library) as typeof Vips
  const vips = await start({ dynamicLibraries: [], print: () => undefined, printErr: () => undefined })

  function take(kind: 'jpg' | 'png' | 'webp' | 'gif', { width = 64, height = 32, orientation, frames = 1 }: PhotoOptions = {}): Uint8Array {
    const half = (colour: number[]) => vips.Image.black(width / 2, height).newFromImage(colour).cast('uchar')
    const frame = (_: unknown, index: number) => half([220 - 40 * index, 20, 20]).join(half([20, 20, 220]), 'horizontal')
    const image = vips.Image.arrayjoin(Array.from({ length: frames }, frame), { across: 1 }).copy({ interpretation: 'srgb' })
    if (orientation !== undefined) image.setInt('orientation', orientation)
    if (frames > 1) {
      image.setInt('page-height', height)
      image.setArrayInt('delay', Array.from({ length: frames }, () => 100))
    }
    image.setString('exif-ifd0-Artist', `${secretWord} (${secretWord}, ASCII)`)
    image.setString('exif-ifd3-GPSLatitude', '48/1 51/1 29/1 (48, 51, 29, Rational, 3 components, 24 bytes)')
    image.setString('exif-ifd3-GPSLongitude', '2/1 17/1 40/1 (2, 17, 40, Rational, 3 components, 24 bytes)')
    image.setString('exif-ifd3-GPSAreaInformation', `${secretWord} (${secretWord}, ASCII)`)
    image.setBlob('xmp-data', Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><exif:GPSLatitude>${secretWord}</exif:GPSLatitude></rdf:RDF></x:xmpmeta>`))
    if (kind === 'jpg') image.setBlob('iptc-data', Buffer.from(`Photoshop 3.0\0${secretWord}`))
    if (kind === 'png') image.setString('png-comment-0-Location', secretWord)
    const bytes = image.writeToBuffer(`.${kind}`, kind === 'gif' ? {} : { keep: vips.ForeignKeep.all, profile: 'srgb' })
    return kind === 'gif' ? withGifComment(bytes) : kind === 'jpg' ? withFilmBehind(bytes) : bytes
  }

  const open = (bytes: Uint8Array): Vips.Image => vips.Image.newFromBuffer(bytes, '').autorot()
  function fieldsOf(bytes: Uint8Array): readonly string[] {
    const fields = vips.Image.newFromBuffer(bytes, '').getFields()
    return Array.from({ length: fields.size() }, (_, index) => String(fields.get(index)))
  }
  return {
    vips,
    fieldsOf,
    take,
    look(bytes) {
      const image = open(bytes)
      return { width: image.width, height: image.height, at: (x, y) => image.getpoint(x, y) }
    },
    metadataOf: (bytes) => {
      return fieldsOf(bytes).filter((name) => /exif|xmp|iptc|comment|gps|orientation/i.test(name))
    },
    close: () => vips.shutdown()
  }
}

/** A comment and an XMP block before the first frame, as photo programs write them. */
function withGifComment(gif: Uint8Array): Uint8Array {
  const place = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0)
  const word = Buffer.from(secretWord)
  const comment = [0x21, 0xfe, word.length, ...word, 0]
  const xmp = [0x21, 0xff, 11, ...Buffer.from('XMP DataXMP'), word.length, ...word, 0]
  return Uint8Array.from([...gif.subarray(0, place), ...comment, ...xmp, ...gif.subarray(place)])
}

/** Phones put a short film with its position behind the photo. */
function withFilmBehind(jpeg: Uint8Array): Uint8Array {
  const comment = Buffer.from(secretWord)
  return Uint8Array.from([...jpeg.subarray(0, 2), 0xff, 0xfe, 0, comment.length + 2, ...comment, ...jpeg.subarray(2), ...Buffer.from(`....ftypmp42${secretWord}`)])
}
