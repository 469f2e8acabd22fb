import type Vips from 'wasm-vips'
import type { ForeignPicture } from '../../../shared/media/sniff-media.ts'
import { decodeHeic } from './decode-heic.ts'
import { heifColourProfile } from './heif-colour-profile.ts'
import { maxDecodedArea } from './image-task.ts'

/** What decodes: started when a picture needs it, since most never do. */
export interface ForeignDecoders {
  /** Absolute folder of the decoder of HEIC. */
  readonly heic: string
  /** The image library with its decoder of AVIF. */
  readonly withAvif: () => Promise<typeof Vips>
}

/** Little enough loss that nobody sees it, for the one time that a photo is encoded anew. */
const quality = 94

/** A picture that no network takes, upright, as JPEG; as PNG when something shines through it. Its colours stay: with their profile, or, where a print shop's inks are meant, brought to the screen's. Throws when it cannot be decoded. */
export async function convertForeign(vips: typeof Vips, decoders: ForeignDecoders, kind: ForeignPicture, bytes: Uint8Array): Promise<Uint8Array> {
  if (kind === 'heic') return encode(vips, await fromHeic(vips, decoders, bytes))
  const library = kind === 'avif' ? await decoders.withAvif() : vips
  library.blockUntrusted(true)
  const source = library.Image.newFromBuffer(bytes)
  if (source.width * source.height > maxDecodedArea) throw new Error(`${source.width} by ${source.height} is too large`)
  return encode(library, inScreenColours(source).autorot())
}

async function fromHeic(vips: typeof Vips, { heic }: ForeignDecoders, bytes: Uint8Array): Promise<Vips.Image> {
  const { data, width, height, hasAlpha } = await decodeHeic(heic, bytes)
  const pixels = vips.Image.newFromMemory(data, width, height, 4, vips.BandFormat.uchar).copy({ interpretation: 'srgb' })
  const image = hasAlpha ? pixels : pixels.extractBand(0, { n: 3 })
  const profile = heifColourProfile(bytes)
  if (profile !== null) image.setBlob('icc-profile-data', profile)
  return image
}

/** Eight bits for each of three colours, or shades of grey. */
function inScreenColours(image: Vips.Image): Vips.Image {
  if (image.interpretation === 'cmyk') return image.iccTransform('srgb', { embedded: true, input_profile: 'cmyk' })
  const isGrey = image.interpretation === 'b-w' || image.interpretation === 'grey16'
  return image.colourspace(isGrey ? 'b-w' : 'srgb').cast('uchar')
}

function encode(vips: typeof Vips, image: Vips.Image): Uint8Array {
  const keep = vips.ForeignKeep.icc
  return image.hasAlpha() ? image.pngsaveBuffer({ keep }) : image.jpegsaveBuffer({ Q: quality, keep })
}
