import { ExternalLink, RefreshCw } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import { readingPriceOf } from '../../../shared/figures/reading-price.ts'
import { previewFactsOf } from '../../../shared/networks/preview-facts.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { compareWithReality } from '../../../shared/reality/compare-with-reality.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import changedWords from '../../components/changed-words.module.css'
import { ErrorState } from '../../components/ErrorState.tsx'
import { joinClassNames } from '../../components/join-class-names.ts'
import { LoadingState } from '../../components/LoadingState.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { openExternal } from '../../shell/studio-actions.ts'
import { useNow } from '../../shell/use-now.ts'
import { NetworkPreview } from '../composer/previews/NetworkPreview.tsx'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { coverFor } from '../../../shared/posts/check-cover.ts'
import { focusThere, previewImageOf } from '../composer/previews/preview-image.ts'
import { PreviewSettingProvider } from '../composer/previews/preview-setting.ts'
import { Differences } from './Differences.tsx'
import { useReality, type RealityState } from './use-reality.ts'
import styles from './Reality.module.css'

export interface PartInRealityProps {
  readonly workspaceId: string
  readonly job: Job
  readonly account: Account
  readonly timeZone: string
}

/** One job: our preview on the left, the network on the right. What costs is asked only by a press. */
export function PartInReality({ workspaceId, job, account, timeZone }: PartInRealityProps): React.JSX.Element {
  const { t } = useTranslation('reality')
  const price = readingPriceOf(account)
  const state = useReality(workspaceId, job.id, price === 0)
  const { loaded } = state
  if (loaded.kind === 'loading') return <LoadingState rows={3} />
  if (loaded.kind === 'failed') return <ErrorState size="small" error={loaded.error} />
  return (
    <div className={styles.sides}>
      <section className={styles.side} aria-label={t('preview')}>
        <h3 className={styles.heading}>{t('preview')}</h3>
        <SentPreview workspaceId={workspaceId} account={account} sent={loaded.value.sent} job={job} timeZone={timeZone} />
      </section>
      <section className={styles.side} aria-label={t('there')}>
        <h3 className={styles.heading}>{t('there')}</h3>
        <There reality={loaded.value} state={state} price={price} url={job.remoteUrl} />
      </section>
    </div>
  )
}

interface SentPreviewProps extends PartInRealityProps {
  readonly sent: Reality['sent']
}

const noTags: readonly string[] = []

function SentPreview({ workspaceId, account, sent, job, timeZone }: SentPreviewProps): React.JSX.Element {
  const formats = useFormats()
  const mediaIds = sent.media.map(({ mediaId }) => mediaId)
  const [loaded] = useRequest('media.list', { workspaceId, mediaIds }, [])
  const setting = useMemo(() => ({ workspaceId, facts: previewFactsOf(account), width: 'desktop' as const, ...(sent.card === null ? {} : { sentCard: sent.card }) }), [workspaceId, account, sent.card])
  const items = loaded.kind === 'ready' ? loaded.value.media : []
  const images = sent.media.flatMap(({ mediaId, altText, cover, focus }) => {
    const item = items.find(({ id }) => id === mediaId)
    return item === undefined ? [] : [{ ...previewImageOf(workspaceId, item, altText, coverFor({ cover }, capabilitiesOf(account.networkId), sent)?.mediaId ?? null), ...focusThere(focus, capabilitiesOf(account.networkId)) }]
  })
  return (
    <div className={styles.frame}>
      <PreviewSettingProvider value={setting}>
        <NetworkPreview account={account} title={sent.title} tags={sent.tags ?? noTags} beside={sent.beside} text={sent.text} document={sent.document} poll={sent.poll} quote={sent.quote} format={job.format} framing={sent.framing} images={images} when={formats.dayAndTime(job.finishedAt ?? job.dueAt, timeZone)} />
      </PreviewSettingProvider>
    </div>
  )
}

interface ThereProps {
  readonly reality: Reality
  readonly state: RealityState
  readonly price: number
  readonly url: string | null
}

function There({ reality: { sent, kept, readable }, state: { isReading, problem, read }, price, url }: ThereProps): React.JSX.Element {
  const { t } = useTranslation('reality')
  const formats = useFormats()
  const now = useNow()
  return (
    <>
      <div aria-live="polite" className={joinClassNames(changedWords.words, styles.told)}>
        {readable !== 'yes' && <p>{t(`cannot.${readable}`)}</p>}
        {problem !== null && <ErrorState size="inline" error={problem} />}
        {kept === null && readable === 'yes' && problem === null && <p>{t('neverRead')}</p>}
        {kept !== null && <p className={styles.remark}>{t('readAt', { when: formats.relative(Math.min(kept.readAt, now), now) })}</p>}
        {kept?.there === 'gone' && <p>{t('gone')}</p>}
        {kept !== null && kept.there !== 'gone' && kept.there.isRefused === true && <p>{t('refused')}</p>}
        {kept !== null && kept.there !== 'gone' && <Differences of={compareWithReality(sent, kept.there)} there={kept.there} />}
      </div>
      <p className={styles.buttons}>
        {readable === 'yes' && (
          <Button size="small" icon={RefreshCw} busy={isReading} onClick={read}>
            {price === 0 ? t('readNow') : t('readNowFor', { amount: formats.dollars(price) })}
          </Button>
        )}
        {url !== null && (
          <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void openExternal(url)}>
            {t('see')}
          </Button>
        )}
      </p>
    </>
  )
}
