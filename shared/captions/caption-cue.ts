/** Words that stand over a film for a while. Times are ms from its beginning, `endMs` after `startMs`; `text` has no empty lines; of marks it may hold `<i>`, `<b>` and `<u>` alone. */
export interface CaptionCue {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/** The marks that both formats know. */
export const captionMark = /<\/?[biu]>/gu
