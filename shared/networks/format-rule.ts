import type { ImageRule } from './image-rule.ts'
import type { Sourced } from './sourced.ts'
import type { VideoRule } from './video-rule.ts'

/** What a network asks of a reel or a story, where it differs from an ordinary post. */
export interface FormatRule {
  /** Only what differs. */
  readonly images: Partial<ImageRule>
  readonly video: VideoRule
  /** The interface takes no words with it, and none below it: they are not sent. */
  readonly wordless?: Sourced<true>
  /** How long it stands there, in ms. Left out: as long as any post. */
  readonly endsAfter?: Sourced<number>
  /** Width by height of the frame that the network shows it in: another picture stands between bars, or is cut. */
  readonly frame: Sourced<number>
  /** What the network draws over it, as parts of the height: nothing that matters should stand there. */
  readonly covered: Sourced<{ readonly top: number; readonly bottom: number }>
}
