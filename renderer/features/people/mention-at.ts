export interface BegunMention {
  /** What stands behind the `@`. */
  readonly name: string
  /** Code units from the `@` to the end of the text. */
  readonly length: number
}

/** Two letters and more, perhaps with a server behind them; not in an address of mail. */
const opened = /(?<=^|[\s([{«"“'‘’])@([\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]+(?:@[\w.-]*)?)$/u

/** The name being typed at the end of a text. */
export function openMention(before: string): BegunMention | null {
  const match = opened.exec(before)
  const name = match?.[1]
  return match === null || name === undefined ? null : { name, length: match[0].length }
}
