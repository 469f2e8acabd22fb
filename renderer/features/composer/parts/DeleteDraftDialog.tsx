import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'

export interface DeleteDraftDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onConfirm: () => void
}

export function DeleteDraftDialog({ open, onOpenChange, onConfirm }: DeleteDraftDialogProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return <ConfirmDialog open={open} onOpenChange={onOpenChange} tone="danger" title={t('remove.title')} text={t('remove.text')} confirmLabel={t('remove.confirm')} onConfirm={onConfirm} />
}
