import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../language/use-formats.ts'
import { Marked } from './Marked.tsx'
import { useOutgoingPoll } from './outgoing-text.ts'
import styles from './PreviewPoll.module.css'

/** What people are asked below the words; a ring where they choose one, a box where they may choose several. */
export function PreviewPoll(): React.JSX.Element | null {
  const { t } = useTranslation('polls')
  const formats = useFormats()
  const asked = useOutgoingPoll()
  if (asked === null) return null
  const { question, poll } = asked
  return (
    <Marked element="poll">
      <div className={styles.poll}>
        {question !== null && question !== '' && <strong>{question}</strong>}
        <ul data-several={poll.isMultiple === true}>
          {poll.choices.map((choice, place) => (
            // Choices have no name of their own but their place.
            <li key={place}>{choice.trim() === '' ? t('choice', { position: place + 1 }) : choice}</li>
          ))}
        </ul>
        <span className={styles.ends}>
          {t('endsAfter', { length: formats.duration(poll.minutes * 60_000) })}
          {poll.isMultiple === true && ` · ${t('several')}`}
        </span>
      </div>
    </Marked>
  )
}
