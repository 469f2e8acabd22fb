/** Words that deserve a look, with a quiet line below them. */
export interface TextMark {
  readonly start: number
  readonly end: number
}

/** Finds them in one paragraph; positions in its text, where what is no text counts as one character. */
export type FindTextMarks = (text: string) => readonly TextMark[]
