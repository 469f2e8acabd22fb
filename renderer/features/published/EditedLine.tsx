import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/outbox/job.ts'
import { useFormats } from '../../language/use-formats.ts'
import styles from './ChangeLine.module.css'

export interface EditedLineProps {
  /** What was asked for about a post on one account, oldest first. */
  readonly edits: readonly Job[]
  readonly timeZone: string
}

/** When other words were written over it last; nothing where they never were. */
export function EditedLine({ edits, timeZone }: EditedLineProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const formats = useFormats()
  const last = edits.findLast(({ kind, state }) => kind === 'edit' && state === 'published')
  if (last === undefined || last.finishedAt === null) return null
  return <p className={styles.change}>{t('edit.editedAt', { when: formats.dayAndTime(last.finishedAt, timeZone) })}</p>
}
