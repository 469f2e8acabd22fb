import { markWords, startAtFind, type SoughtWords } from '../../shared/text/mark-words.ts'
import styles from './MarkedText.module.css'

export interface MarkedTextProps {
  readonly text: string
  readonly sought: readonly SoughtWords[]
  /** On a line that is cut at its end: begins shortly before the first find, so that it is in sight. */
  readonly startsAtFind?: boolean
}

/** A text in which the words that were looked for are marked, by colour and by a line. */
export function MarkedText({ text, sought, startsAtFind = false }: MarkedTextProps): React.JSX.Element {
  const pieces = sought.length === 0 ? [{ text, isFound: false }] : markWords(text, sought)
  return (
    <>
      {(startsAtFind ? startAtFind(pieces) : pieces).map(({ text: words, isFound }, place) =>
        isFound ? (
          <mark key={place} className={styles.mark}>
            {words}
          </mark>
        ) : (
          <span key={place}>{words}</span>
        )
      )}
    </>
  )
}
