import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'

/** Files lie at the public place that could not be taken away; 0: nothing is asked. */
export function ForgetMediaHost({ lying, onClose, onConfirm }: { readonly lying: number; readonly onClose: () => void; readonly onConfirm: () => void }): React.JSX.Element {
  const { t } = useTranslation('mediaHost')
  return <ConfirmDialog open={lying > 0} onOpenChange={onClose} tone="danger" title={t('forgetTitle', { count: lying })} text={t('forgetText')} confirmLabel={t('forget')} onConfirm={onConfirm} />
}
