import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import { useUploadShare } from '../use-upload-share.ts'

/** A long upload says how far it is; nothing stands here while there is none. */
export function UploadShare({ jobId }: { readonly jobId: string }): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const share = useUploadShare(jobId)
  return share === null ? null : <ProgressBar label={t('uploading')} value={Math.round(share * 100)} isLabelVisible />
}
