import { useTranslation } from 'react-i18next'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import styles from '../settings/Screen.module.css'

/** How many hints nobody wants again, and the way back. */
export function IgnoredHints({ workspaceId, ignored }: { readonly workspaceId: string; readonly ignored: readonly string[] }): React.JSX.Element | null {
  const { t } = useTranslation('voice')
  if (ignored.length === 0) return null

  async function handleShowAgain(): Promise<void> {
    for (const key of ignored) {
      const answer = await studio.request('voice.ignore', { workspaceId, key, isIgnored: false })
      if (!answer.ok) return showFailure(answer.error)
    }
  }

  return (
    <div>
      <p className={styles.quiet}>{t('settings.ignored', { count: ignored.length })}</p>
      <Button size="small" onClick={() => void handleShowAgain()}>{t('settings.showAgain')}</Button>
    </div>
  )
}
