import type { Sourced } from './sourced.ts'

/** Which pictures a post may have, and what is said of them. */
export interface ImageRule {
  readonly maxCount: Sourced<number>
  readonly maxBytes: Sourced<number>
  readonly mediaTypes: Sourced<readonly string[]>
  /** Longest alt text, in characters of the network's own counting; 0: the network knows none, so none is sent. */
  readonly maxAltText: Sourced<number | null>
  /** Nothing is published there without one. */
  readonly needed?: Sourced<true>
  /** The network takes no bytes: it fetches each from an address that anybody can open, so the client needs a place for them. */
  readonly fetched?: Sourced<true>
  /** Kinds that it does not take, and that Vigie makes into one that it does on sending. */
  readonly converted?: readonly string[]
  /** Larger ones are made smaller on sending. */
  readonly shrunkTo?: Sourced<PictureFit>
  /** Smaller ones are refused: the shorter side in pixels, and the weight in bytes. */
  readonly atLeast?: Sourced<{ readonly side: number; readonly bytes: number }>
  /** It is told what of a picture has to be seen where it shows it cut. Left out: it cuts round the middle, or by its own lights. */
  readonly focus?: Sourced<true>
  /** Width by height: flatter or taller ones are refused. */
  readonly ratio?: Sourced<{ readonly min: number; readonly max: number }>
}

/** How many pixels the shorter and the longer side of a picture may have. */
export interface PictureFit {
  readonly short: number
  readonly long: number
}
