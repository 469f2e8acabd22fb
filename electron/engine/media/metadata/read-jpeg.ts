import { beginsWith, joinBytes } from './cleaned.ts'
import { walkJpeg } from './clean-jpeg.ts'
import { readOrientation } from './read-orientation.ts'

export interface JpegFacts {
  /** As the pixels lie in it. */
  readonly width: number
  readonly height: number
  /** 1: grey · 3: colours of a screen · 4: colours of a printer. */
  readonly channels: number
  /** EXIF says that it is to be shown turned. */
  readonly isTurned: boolean
  /** What its colours mean; null: it does not say. */
  readonly colourProfile: Uint8Array | null
}

type Frame = Pick<JpegFacts, 'width' | 'height' | 'channels'>

/** In front of each piece of a profile: its name, its number and how many there are. */
const profileHead = 'ICC_PROFILE\0'.length + 2

/** What a JPEG says of its pixels (ITU T.81, B.2.2; ICC.1:2010, B.4); null: nothing that can be understood, or not 8 bits a colour. */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  const frames: Frame[] = []
  let isTurned = false
  const profile = new Map<number, Uint8Array>()
  walkJpeg(bytes, ({ marker, place, end }) => {
    const content = place + 4
    if (marker === 0xe1 && beginsWith(bytes, content, 'Exif\0\0')) isTurned = readOrientation(bytes.subarray(place + 10, end)) !== 1
    if (marker === 0xe2 && beginsWith(bytes, content, 'ICC_PROFILE\0')) profile.set(bytes[content + profileHead - 2] ?? 0, bytes.subarray(content + profileHead, end))
    if (isFrame(marker)) frames.push(...frameAt(bytes.subarray(content, end)))
  })
  const [frame] = frames
  return frame === undefined ? null : { ...frame, isTurned, colourProfile: profileFor(frame, joinBytes([...profile].toSorted(([a], [b]) => a - b).map(([, piece]) => piece))) }
}

/** One for other colours than the picture has was left behind when they were changed: it would spoil them (ICC.1:2010, 7.2.6). */
function profileFor({ channels }: Frame, profile: Uint8Array): Uint8Array | null {
  return beginsWith(profile, 16, channels === 1 ? 'GRAY' : channels === 3 ? 'RGB ' : 'CMYK') ? profile : null
}

/** Baseline, extended and progressive, in Huffman's codes: what viewers of PDF read. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2
}

function frameAt(content: Uint8Array): readonly Frame[] {
  const [bits, highHeight = 0, lowHeight = 0, highWidth = 0, lowWidth = 0, channels = 0] = content
  const [width, height] = [(highWidth << 8) + lowWidth, (highHeight << 8) + lowHeight]
  return bits === 8 && width > 0 && height > 0 && [1, 3, 4].includes(channels) ? [{ width, height, channels }] : []
}
