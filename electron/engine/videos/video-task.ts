import type { AudioCodec, VideoCodec, VideoType } from '../../../shared/media/media-item.ts'

/** What a video is, by its content. */
export interface VideoFacts {
  readonly mediaType: VideoType
  readonly width: number
  readonly height: number
  readonly durationMs: number
  readonly videoCodec: VideoCodec
  readonly audioCodec: AudioCodec | null
  readonly frameRate: number | null
}

/** Why a file is no video that can be taken. `cut`: its end is missing. */
export type VideoProblem = 'kind' | 'damaged' | 'cut' | 'encrypted' | 'no_picture'

export interface CheckedVideo {
  readonly facts: VideoFacts
  /** Of the file as the worker left it, without what was written about it. */
  readonly sha256: string
}

/** What the worker is told when it starts: a file of ours, which it may change. */
export interface VideoWorkerData {
  readonly path: string
}

/** What the worker says; after anything but `progress` it is through. `broken`: something went wrong that says nothing about the video. */
export type VideoWorkerMessage =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly video: CheckedVideo }
  | { readonly kind: 'refused'; readonly problem: VideoProblem; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string; readonly code: string | null }
