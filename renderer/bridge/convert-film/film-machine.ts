import type { FilmMachine } from '../../../shared/media/fit-film.ts'
import { videoCodecs, type VideoCodec } from '../../../shared/media/media-item.ts'

/** One usual form of each; HEVC as iPhones write it. A film in a rarer form is refused when its turn comes. */
const forms: Readonly<Partial<Record<VideoCodec, string>>> = { avc: 'avc1.640028', hevc: 'hvc1.1.6.L120.B0', vp8: 'vp8', vp9: 'vp09.00.40.08', av1: 'av01.0.08M.08' }
const size = { width: 1280, height: 720 } as const

let asked: Promise<FilmMachine> | null = null

/** What Chromium does with films on this computer, asked once: HEVC needs a graphics card that reads it, H.264 is written everywhere but in builds without it. */
export function filmMachine(): Promise<FilmMachine> {
  asked ??= ask()
  return asked
}

async function ask(): Promise<FilmMachine> {
  if (typeof VideoEncoder === 'undefined' || typeof VideoDecoder === 'undefined') return { encodesH264: false, decodes: [] }
  const encodes = await VideoEncoder.isConfigSupported({ codec: 'avc1.4d0028', ...size, bitrate: 2_000_000, framerate: 30 }).catch(() => null)
  const decodes = await Promise.all(
    Object.entries(forms).map(async ([name, codec]) => {
      const known = await VideoDecoder.isConfigSupported({ codec, codedWidth: size.width, codedHeight: size.height }).catch(() => null)
      return known?.supported === true ? name : null
    })
  )
  return { encodesH264: encodes?.supported === true, decodes: videoCodecs.filter((codec) => decodes.includes(codec)) }
}
