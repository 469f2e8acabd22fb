import type { ImageRule } from './image-rule.ts'
import type { Sourced } from './sourced.ts'
import type { VideoRule } from './video-rule.ts'

/** What a network asks of a reel, a story or a document, where it differs from an ordinary post. */
export interface FormatRule {
  /** Only what differs. */
  readonly images: Partial<ImageRule>
  /** Left out: it takes no video. */
  readonly video?: VideoRule
  /** The interface takes no words with it, and none below it: they are not sent. */
  readonly wordless?: Sourced<true>
  /** It has a title of its own, which an ordinary post there has not. Left out: it has none. */
  readonly title?: { readonly max: Sourced<number> }
  /** The network's own schedule takes it, too (`capabilities.nativeSchedule`). Left out: it goes out from here alone. */
  readonly scheduled?: Sourced<true>
  /** How long it stands there, in ms. Left out: as long as any post. */
  readonly endsAfter?: Sourced<number>
  /** What shows it on a telephone's whole screen. Left out: it stands in the feed like an ordinary post. */
  readonly screen?: ScreenRule
  /** The pictures become the pages of one document, which Vigie makes as it is sent. Left out: they go as they are. */
  readonly pages?: PagesRule
}

export interface ScreenRule {
  /** Width by height of the frame that the network shows it in: another picture stands between bars, or is cut. */
  readonly frame: Sourced<number>
  /** What the network draws over it, as parts of the height: nothing that matters should stand there. */
  readonly covered: Sourced<{ readonly top: number; readonly bottom: number }>
}

export interface PagesRule {
  /** What the whole document may weigh: its pages are made so that it does not weigh more. */
  readonly maxBytes: Sourced<number>
}
