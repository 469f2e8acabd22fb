import { useTranslation } from 'react-i18next'
import { approvalChannels } from '../../../shared/posts/approval.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './EditDialog.module.css'

export interface YesFieldsProps {
  readonly yes: YesToWords
  readonly onChange: (yes: YesToWords) => void
}

/** Who said yes to the new words, by which way. */
export function YesFields({ yes, onChange }: YesFieldsProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const { t: ofComposer } = useTranslation('composer')
  return (
    <section className={styles.section} aria-label={t('edit.yes')}>
      <h3 className={styles.heading}>{t('edit.yes')}</h3>
      <p className={styles.remark}>{t('edit.yesText')}</p>
      <TextField label={t('edit.yesBy')} required value={yes.by} maxLength={80} onChange={(by) => onChange({ ...yes, by })} />
      <SegmentedControl label={t('edit.yesChannel')} value={yes.channel} onChange={(channel) => onChange({ ...yes, channel })} segments={approvalChannels.map((value) => ({ value, label: ofComposer(`approval.channel.${value}`) }))} />
      <TextField label={t('edit.yesNote')} value={yes.note} maxLength={500} onChange={(note) => onChange({ ...yes, note })} />
    </section>
  )
}
