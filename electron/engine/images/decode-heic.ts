import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Pixels as they are seen, upright, four bytes each. */
export interface DecodedPicture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly hasAlpha: boolean
}

/** Largest area, in pixels: twice what phones take. It is in memory three times over while it is decoded. */
const maxArea = 100_000_000

/** The part of libheif that is used; its package has no types for it. */
interface Libheif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] }
}

interface HeifImage {
  get_width(): number
  get_height(): number
  is_primary(): number | boolean
  has_alpha_channel(): number | boolean
  display(into: Pixels, done: (filled: Pixels | null) => void): void
  free(): void
}

interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** Decodes what iPhones take, turned and put together from its tiles as the file says. Throws when the file is damaged, or too large to be decoded. `folder`: where the library's code lies. */
export async function decodeHeic(folder: string, bytes: Uint8Array): Promise<DecodedPicture> {
  const start: (options: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Libheif = createRequire(join(folder, 'libheif.js'))(join(folder, 'libheif.js'))
  const { HeifDecoder } = start({ wasmBinary: await readFile(join(folder, 'libheif.wasm')), print: () => {}, printErr: () => {} })
  const images = new HeifDecoder().decode(bytes)
  const image = images.find((one) => Boolean(one.is_primary())) ?? images[0]
  if (image === undefined) throw new Error('no picture in it')
  try {
    const [width, height] = [image.get_width(), image.get_height()]
    if (width * height > maxArea) throw new Error(`${width} by ${height} is too large`)
    const { data } = await new Promise<Pixels>((resolve, reject) => {
      image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (filled) => (filled === null ? reject(new Error('its pixels cannot be decoded')) : resolve(filled)))
    })
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height, hasAlpha: Boolean(image.has_alpha_channel()) }
  } finally {
    for (const one of images) one.free()
  }
}
