import { useTranslation } from 'react-i18next'
import { longestAttachedText } from '../../../../shared/posts/post-framing.ts'
import { TextArea } from '../../../components/TextArea.tsx'
import { useFormats } from '../../../language/use-formats.ts'

export interface AttachedTextProps {
  readonly text: string
  /** As the network counts it, as is `max`. */
  readonly count: number
  readonly max: number
  readonly onChange: (text: string) => void
}

/** The long text that people open below the words, with how much of it the network takes. */
export function AttachedText({ text, count, max, onChange }: AttachedTextProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  const { number } = useFormats()
  return (
    <TextArea
      label={t('attachedText')} hint={t('attachedTextHint')} aside={t('attachedTextCount', { amount: number(count), max: number(max) })} {...(count > max ? { error: t('attachedTextTooLong') } : {})}
      rows={5} maxRows={14} maxLength={longestAttachedText} value={text} onChange={onChange}
    />
  )
}
