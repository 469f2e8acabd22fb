import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import type { PostTimes } from '../use-post-times.ts'

/** Asked when a post is dragged near the same text on the same account: it may be an accident. */
export function RepeatQuestion({ times }: { readonly times: Pick<PostTimes, 'repeat' | 'meanRepeat' | 'leaveRepeat'> }): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const { repeat, meanRepeat, leaveRepeat } = times
  return (
    <ConfirmDialog
      open={repeat !== null}
      onOpenChange={leaveRepeat}
      title={t('repeat.title')}
      text={t('repeat.text', { what: repeat?.what ?? '', when: repeat?.when ?? '' })}
      confirmLabel={t('repeat.confirm')}
      onConfirm={() => void meanRepeat()}
    />
  )
}
