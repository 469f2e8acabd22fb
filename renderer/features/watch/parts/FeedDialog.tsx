import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { newId } from '../../../bridge/system-random.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { showToast } from '../../../components/toaster.ts'
import styles from './Dialogs.module.css'

/** Follows a feed by its address or by that of its site; a wrong address says so at once. */
export function FeedDialog({ workspaceId, onClose }: { readonly workspaceId: string; readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation('watch')
  const [feedId] = useState(newId)
  const [url, setUrl] = useState('')
  const [folder, setFolder] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (url.trim() === '' || isBusy) return
    setBusy(true)
    const answer = await studio.request('watch.addFeed', { workspaceId, feedId, url, folder: folder.trim() })
    setBusy(false)
    if (!answer.ok) return setError(answer.error)
    showToast({ kind: 'success', workspaceId, title: t('feedDialog.added', { title: answer.value.title }) })
    onClose()
  }

  return (
    <Dialog open onOpenChange={onClose} title={t('feedDialog.title')}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextField label={t('feedDialog.url')} hint={t('feedDialog.urlHint')} value={url} onChange={setUrl} spellCheck={false} />
        <TextField label={t('feedDialog.folder')} hint={t('feedDialog.folderHint')} value={folder} maxLength={100} onChange={setFolder} />
        {error && <ErrorState size="small" error={error} />}
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={isBusy} disabled={url.trim() === ''}>
            {t('feedDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
