import { findGaps } from '../../../shared/snippets/variables.ts'
import styles from './Snippets.module.css'

/** A text with what is left open in it marked. */
export function GapText({ text }: { readonly text: string }): React.JSX.Element {
  const gaps = findGaps(text)
  return (
    <>
      {gaps.map(({ start, end }, place) => (
        <span key={start}>
          {text.slice(gaps[place - 1]?.end ?? 0, start)}
          <span className={styles.gap}>{text.slice(start, end)}</span>
        </span>
      ))}
      {text.slice(gaps.at(-1)?.end ?? 0)}
    </>
  )
}
