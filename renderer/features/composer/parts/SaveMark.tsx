import { Check, CloudAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { useFormats } from '../../../language/use-formats.ts'
import type { SaveState } from '../composer-state.ts'
import styles from './SaveMark.module.css'

/** Says whether what is on the screen is also on the disk. "Saved" only after the database has answered. */
export function SaveMark({ save, onRetry, onReload }: { readonly save: SaveState; readonly onRetry: () => void; readonly onReload: () => void }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  if (save.kind === 'failed') {
    // Saving again would be refused again: what is stored is newer than what is in hand.
    const isOvertaken = save.error.code === 'conflict' || save.error.code === 'post_not_editable'
    return (
      <span className={styles.mark} data-kind="failed" role="alert">
        <CloudAlert {...smallIconProps} />
        {t(isOvertaken ? 'save.conflict' : 'save.failed')}
        <Button size="small" onClick={isOvertaken ? onReload : onRetry}>
          {t(isOvertaken ? 'save.reload' : 'save.retry')}
        </Button>
      </span>
    )
  }
  return (
    <span className={styles.mark} data-kind={save.kind} role="status">
      {save.kind === 'saved' && <Check {...smallIconProps} />}
      {t(`save.${save.kind}`, { time: save.kind === 'saved' ? formats.time(save.at) : '' })}
    </span>
  )
}
