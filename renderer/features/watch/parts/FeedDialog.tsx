import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { Feed } from '../../../../shared/watch/feed.ts'
import { isUnencryptedAddress, toFeedAddress } from '../../../../shared/watch/feed-address.ts'
import { newId } from '../../../bridge/system-random.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useFieldError } from '../../../language/use-field-error.ts'
import { studioStore } from '../../../shell/studio-store.ts'
import { sayFollowed } from '../say-followed.ts'
import styles from './Dialogs.module.css'

/** What can be wrong with an address. */
const addressCodes = ['address_refused', 'not_a_feed', 'feed_already_followed', 'feed_gone', 'unreachable', 'timeout', 'site_refuses_robots', 'server_error'] as const

export interface FeedDialogProps {
  readonly workspaceId: string
  readonly onFollowed: (feed: Feed) => void
  readonly onClose: () => void
}

/** Follows a feed by its address or by that of its site; a wrong address says so at once. */
export function FeedDialog({ workspaceId, onFollowed, onClose }: FeedDialogProps): React.JSX.Element {
  const { t } = useTranslation(['watch', 'components'])
  const [feedId] = useState(newId)
  const [url, setUrl] = useState('')
  const [folder, setFolder] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)
  const { fieldError, formError } = useFieldError(error, addressCodes)
  const isUnencrypted = isUnencryptedAddress(toFeedAddress(url) ?? '')

  function handleUrl(text: string): void {
    setUrl(text)
    setError(null)
  }

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (url.trim() === '' || isBusy) return
    setBusy(true)
    const answer = await studio.request('watch.addFeed', { workspaceId, feedId, url, folder: folder.trim() })
    setBusy(false)
    if (!answer.ok) return setError(ofNewAddress(answer.error))
    // Asked only now: the answer may have come with the news that there is no network.
    sayFollowed(workspaceId, answer.value, studioStore.getState().connectivity.state === 'online')
    onFollowed(answer.value)
    onClose()
  }

  return (
    <Dialog open onOpenChange={onClose} title={t('feedDialog.title')}>
      <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(event)}>
        <TextField label={t('feedDialog.url')} hint={isUnencrypted ? t('unencryptedText') : t('feedDialog.urlHint')} error={fieldError} value={url} maxLength={2048} onChange={handleUrl} spellCheck={false} />
        <TextField label={t('feedDialog.folder')} hint={t('feedDialog.folderHint')} value={folder} maxLength={100} onChange={setFolder} />
        {formError && <ErrorState size="inline" error={formError} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={url.trim() === ''}>
            {t('feedDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Nothing is gone that was never followed: the address is mistyped. */
function ofNewAddress(error: StudioError): StudioError {
  return error.code === 'feed_gone' ? { ...error, details: { ...error.details, reason: 'never_followed' } } : error
}
