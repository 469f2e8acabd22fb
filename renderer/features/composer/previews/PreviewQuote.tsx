import { useFormats } from '../../../language/use-formats.ts'
import { Marked } from './Marked.tsx'
import { useOutgoingQuote } from './outgoing-text.ts'
import styles from './PreviewQuote.module.css'

/** Somebody else's post within this one, as it was read: its own pictures are not known here. */
export function PreviewQuote(): React.JSX.Element | null {
  const formats = useFormats()
  const quote = useOutgoingQuote()
  if (quote === null) return null
  const { author, handle, text, url, writtenAt } = quote
  return (
    <Marked element="quote">
      <blockquote className={styles.quote}>
        <header>
          <strong>{author === '' ? handle : author}</strong>
          {author !== '' && author !== handle && <span>{handle}</span>}
          {writtenAt !== null && <span>· {formats.day(writtenAt)}</span>}
        </header>
        <p>{text === '' ? url : text}</p>
      </blockquote>
    </Marked>
  )
}
