import type { AudioCodec, VideoCodec, VideoType } from '../../../shared/media/media-item.ts'

/** What a video is, by its content. */
export interface VideoFacts {
  readonly mediaType: VideoType
  readonly width: number
  readonly height: number
  readonly durationMs: number
  readonly videoCodec: VideoCodec
  readonly audioCodec: AudioCodec | null
  /** Of the sound. Left out where there is none. */
  readonly audioSampleRate?: number
  readonly audioChannels?: number
  readonly frameRate: number | null
}

/** Which part of a film is copied, from the file `from`. */
export interface VideoCut {
  readonly startMs: number
  readonly endMs: number
  readonly isMuted: boolean
}

/** Why a file is no video that can be taken. `cut`: its end is missing. `codec`: packed in a way that cannot be copied. */
export type VideoProblem = 'kind' | 'damaged' | 'cut' | 'encrypted' | 'no_picture' | 'codec'

export interface CheckedVideo {
  readonly facts: VideoFacts
  /** Of the file as the worker left it, without what was written about it. */
  readonly sha256: string
  readonly bytes: number
}

/** What the worker is told when it starts: a file of ours, which it may change. */
export interface VideoWorkerData {
  readonly path: string
  /** It is written first, as a part of another file. */
  readonly cut?: VideoCut & { readonly from: string }
  /** It is written first, as an MP4 of what is in that file. */
  readonly wrapOf?: string
}

/** What the worker says; after anything but `progress` it is through. `broken`: something went wrong that says nothing about the video. */
export type VideoWorkerMessage =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly video: CheckedVideo }
  | { readonly kind: 'refused'; readonly problem: VideoProblem; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string; readonly code: string | null }
