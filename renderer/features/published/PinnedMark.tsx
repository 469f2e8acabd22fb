import { useTranslation } from 'react-i18next'
import { useFormats } from '../../language/use-formats.ts'
import type { PinButtonProps } from './PinButton.tsx'
import styles from './PinDialog.module.css'
import { usePinKnown } from './use-pin-known.ts'

export interface PinnedMarkProps extends PinButtonProps {
  readonly timeZone: string
}

/** That what is out on an account is pinned there, as far as it is known, and since when it is. */
export function PinnedMark({ workspaceId, account, jobs, timeZone }: PinnedMarkProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const formats = useFormats()
  const pinned = usePinKnown(workspaceId, account, jobs)?.pinned ?? null
  return pinned?.isPinned === true ? <span className={styles.mark} title={t('pin.pinnedAsOf', { when: formats.dayAndTime(pinned.knownAt, timeZone) })}>{t('pin.pinned')}</span> : null
}
