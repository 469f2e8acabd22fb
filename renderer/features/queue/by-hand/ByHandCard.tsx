import { Copy, Download, ExternalLink } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isVideoType, mediaAddress } from '../../../../shared/media/media-item.ts'
import { shareAddress } from '../../../../shared/networks/assisted-networks.ts'
import { byHandPageOf } from '../../../../shared/networks/by-hand-page.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { ByHand, ByHandFile } from '../../../../shared/outbox/by-hand.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { TextField } from '../../../components/TextField.tsx'
import { showToast } from '../../../components/toaster.ts'
import { openExternal } from '../../../shell/studio-actions.ts'
import { dragFile } from './drag-file.ts'
import { saveFile } from './save-file.ts'
import styles from './ByHandCard.module.css'

export interface ByHandCardProps {
  readonly workspaceId: string
  readonly jobId: string
  readonly account: Account
  readonly onChanged: () => void
  readonly onDrop: () => void
  readonly onMove: () => void
}

/** Its time has come, and the person publishes it: everything they need, in the order in which they need it. */
export function ByHandCard({ workspaceId, jobId, account, onChanged, onDrop, onMove }: ByHandCardProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const [loaded, reload] = useRequest('outbox.readByHand', { workspaceId, jobId }, [])
  if (loaded.kind === 'loading') return <LoadingState shape="page" />
  if (loaded.kind === 'failed') return <ErrorState error={loaded.error} onRetry={reload} />
  const { title, text, media } = loaded.value
  const { network } = byHandPageOf(account)
  return (
    <section className={styles.card} aria-label={t('byHand.title', { network })}>
      <h3>{t('byHand.title', { network })}</h3>
      {(account.networkId === 'youtube' || account.networkId === 'tiktok') && <p>{t(`byHand.why.${account.networkId}`)}</p>}
      <ol className={styles.steps}>
        {capabilitiesOf(account.networkId).hasTitle && title !== '' && <TextStep text={title} label={t('byHand.copyTitle')} />}
        {text !== '' && <TextStep text={text} label={t('byHand.copy')} />}
        {media.length > 0 && <FilesStep workspaceId={workspaceId} jobId={jobId} media={media} />}
        <OpenStep account={account} text={text} />
        <DoneStep workspaceId={workspaceId} jobId={jobId} onChanged={onChanged} />
      </ol>
      <div className={styles.giveUp}>
        <Button variant="quiet" onClick={onMove}>
          {t('byHand.anotherHour')}
        </Button>
        <Button variant="quiet" onClick={onDrop}>
          {t('decide.drop')}
        </Button>
      </div>
    </section>
  )
}

function TextStep({ text, label }: { readonly text: string; readonly label: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => showToast({ kind: 'success', title: t('byHand.copied') }), () => showToast({ kind: 'warning', title: t('byHand.copyFailed') }))
  return (
    <li>
      <p className={styles.text} tabIndex={0}>
        {text}
      </p>
      <Button icon={Copy} onClick={copy}>
        {label}
      </Button>
    </li>
  )
}

function FilesStep({ workspaceId, jobId, media }: { readonly workspaceId: string; readonly jobId: string; readonly media: ByHand['media'] }): React.JSX.Element {
  const { t } = useTranslation('queue')
  return (
    <li>
      <p>{t(media.some(({ mediaType }) => isVideoType(mediaType)) ? 'byHand.filesWithVideo' : 'byHand.files', { count: media.length })}</p>
      <p className={styles.hint}>{t('byHand.drag', { count: media.length })}</p>
      <ul className={styles.files}>
        {media.map((file) => (
          <li key={file.mediaId}>
            <FileToSave workspaceId={workspaceId} jobId={jobId} file={file} description={file.altText} />
          </li>
        ))}
      </ul>
      {media.map(({ fileName, cover }) => cover !== undefined && (
        <div key={cover.mediaId} className={styles.cover}>
          <p>{t('byHand.cover', { fileName })}</p>
          <FileToSave workspaceId={workspaceId} jobId={jobId} file={cover} description="" />
        </div>
      ))}
    </li>
  )
}

interface FileToSaveProps {
  readonly workspaceId: string
  readonly jobId: string
  readonly file: ByHandFile
  /** For those who cannot see it; empty where the words beside it say what it is. */
  readonly description: string
}

function FileToSave({ workspaceId, jobId, file, description }: FileToSaveProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  return (
    <>
      {/* The file itself may be of hundreds of megapixels: it is what is saved. */}
      <span className={styles.carried} draggable onDragStart={(event) => dragFile(event, { workspaceId, jobId, mediaId: file.mediaId })}>
        <img src={mediaAddress(workspaceId, file.mediaId, 'small')} alt={description} decoding="async" draggable={false} />
      </span>
      <Button size="small" icon={Download} onClick={() => void saveFile(workspaceId, jobId, file)}>
        {t('byHand.save', { fileName: file.fileName })}
      </Button>
    </>
  )
}

/** The network's page for sharing where there is one, with the words in it; else its own page. */
function OpenStep({ account, text }: { readonly account: Account; readonly text: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const share = shareAddress(account, text)
  const { network, address } = byHandPageOf(account)
  return (
    <li>
      <Button icon={ExternalLink} onClick={() => void openExternal(share ?? address)}>
        {t(share === null ? 'byHand.open' : 'byHand.openShare', { network })}
      </Button>
    </li>
  )
}

function DoneStep({ workspaceId, jobId, onChanged }: Pick<ByHandCardProps, 'workspaceId' | 'jobId' | 'onChanged'>): React.JSX.Element {
  const { t } = useTranslation('queue')
  const [address, setAddress] = useState('')
  const [isBusy, setBusy] = useState(false)
  const written = withScheme(address.trim())
  const isWrong = written !== '' && !(/^https?:\/\//i.test(written) && URL.canParse(written))

  async function finish(): Promise<void> {
    setBusy(true)
    const answer = await studio.request('outbox.decide', { workspaceId, jobId, decision: 'it_is_there', ...(written === '' ? {} : { remoteUrl: written }) })
    setBusy(false)
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('byHand.done') })
    else showFailure(answer.error, workspaceId)
    onChanged()
  }

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!isWrong && !isBusy) void finish()
  }

  return (
    <li>
      <form className={styles.done} onSubmit={handleSubmit}>
        <TextField label={t('byHand.address')} hint={t('byHand.addressHint')} error={isWrong ? t('byHand.wrongAddress') : undefined} placeholder="https://" value={address} onChange={setAddress} spellCheck={false} />
        <Button type="submit" variant="primary" busy={isBusy} disabled={isWrong}>
          {t('byHand.finish')}
        </Button>
      </form>
    </li>
  )
}

/** As people copy or write it: `instagram.com/p/abc`. */
function withScheme(written: string): string {
  return /^[^\s/:@]+\.[^\s/:@]{2,}(?:[/?#]\S*)?$/.test(written) ? `https://${written}` : written
}
