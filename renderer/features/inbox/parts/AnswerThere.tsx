import { PencilLine } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import styles from './AnswerThere.module.css'

export interface AnswerThereProps {
  /** What the owner answers to the review now; null: nothing. */
  readonly answer: string | null
  /** Something is being written already. */
  readonly isBegun: boolean
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onTake: (text: string) => void
}

/** A review has one answer: what is sent takes the place of the one that is there, which can be taken into the field to be changed. */
export function AnswerThere({ answer, isBegun, field, onTake }: AnswerThereProps): React.JSX.Element | null {
  const { t } = useTranslation('inbox')
  if (answer === null) return null

  function handleTake(text: string): void {
    onTake(text)
    field.current?.focus()
  }

  return (
    <div className={styles.answer}>
      <p>{t('reviews.replaces')}</p>
      {!isBegun && (
        <Button size="small" icon={PencilLine} onClick={() => handleTake(answer)}>
          {t('reviews.change')}
        </Button>
      )}
    </div>
  )
}
