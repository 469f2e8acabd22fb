import { useTranslation } from 'react-i18next'
import { reportReasons, type Report } from '../../../../shared/inbox/report.ts'
import { RadioGroup } from '../../../components/RadioGroup.tsx'
import { TextArea } from '../../../components/TextArea.tsx'

export const plainReport: Report = { reason: 'other', comment: '' }

/** Why something is reported, and what its network's people should know. */
export function ReportFields({ report, onChange }: { readonly report: Report; readonly onChange: (report: Report) => void }): React.JSX.Element {
  const { t } = useTranslation('acts')
  return (
    <>
      <RadioGroup label={t('reportReason.title')} value={report.reason} onChange={(reason) => onChange({ ...report, reason })} options={reportReasons.map((reason) => ({ value: reason, label: t(`reportReason.${reason}`) }))} />
      <TextArea label={t('reportReason.comment')} value={report.comment} maxLength={1000} onChange={(comment) => onChange({ ...report, comment })} />
    </>
  )
}
