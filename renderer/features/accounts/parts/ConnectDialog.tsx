import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { soughtByHand, type AssistedId } from '../../../../shared/networks/assisted-networks.ts'
import { closedNetworks } from '../../../../shared/networks/closed-networks.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { iconProps } from '../../../components/icon.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { forgetForms } from '../begun-forms.ts'
import { AssistedForm } from './AssistedForm.tsx'
import { BlueskyForm } from './BlueskyForm.tsx'
import { ConnectFooter } from './ConnectActions.tsx'
import type { ConnectFormProps } from './connect-form-props.ts'
import { DailymotionForm } from './DailymotionForm.tsx'
import { DiscordForm } from './DiscordForm.tsx'
import { DiscourseForm } from './DiscourseForm.tsx'
import { FacebookForm } from './FacebookForm.tsx'
import { GoogleBusinessForm } from './GoogleBusinessForm.tsx'
import { LinkedinForm, LinkedinPageForm } from './LinkedinForm.tsx'
import { InstagramForm } from './InstagramForm.tsx'
import { MastodonForm } from './MastodonForm.tsx'
import { PinterestForm } from './PinterestForm.tsx'
import { RedditForm } from './RedditForm.tsx'
import { TelegramForm } from './TelegramForm.tsx'
import { ThreadsForm } from './ThreadsForm.tsx'
import { TiktokForm } from './TiktokForm.tsx'
import { WordpressForm } from './WordpressForm.tsx'
import { XForm } from './XForm.tsx'
import { YoutubeForm } from './YoutubeForm.tsx'
import styles from './ConnectForm.module.css'

const connectable = ['bluesky', 'mastodon', 'wordpress', 'discourse', 'telegram', 'discord', 'facebook', 'instagram', 'threads', 'x', 'linkedin', 'linkedin_page', 'pinterest', 'reddit', 'google_business', 'youtube', 'dailymotion', 'tiktok', 'assisted'] as const
type Connectable = (typeof connectable)[number]
const forms: Readonly<Record<Connectable, (props: ConnectFormProps) => React.JSX.Element>> = { bluesky: BlueskyForm, mastodon: MastodonForm, wordpress: WordpressForm, discourse: DiscourseForm, telegram: TelegramForm, discord: DiscordForm, facebook: FacebookForm, instagram: InstagramForm, threads: ThreadsForm, x: XForm, linkedin: LinkedinForm, linkedin_page: LinkedinPageForm, pinterest: PinterestForm, reddit: RedditForm, google_business: GoogleBusinessForm, youtube: YoutubeForm, dailymotion: DailymotionForm, tiktok: TiktokForm, assisted: AssistedForm }

export interface ConnectDialogProps {
  readonly workspaceId: string
  readonly clientName: string
  /** Set to reconnect this account instead of adding one. */
  readonly account: Account | null
  /** Its login begins by itself. */
  readonly isAtOnce: boolean
  readonly onClose: () => void
  readonly onConnected: (account: Account) => void
}

/** Two steps: which network, then what that network needs. The client's name stays in the title all the while. */
export function ConnectDialog({ workspaceId, clientName, account, isAtOnce, onClose, onConnected }: ConnectDialogProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const names = useNetworkNames()
  const [network, setNetwork] = useState<Connectable | null>(() => connectable.find((candidate) => candidate === account?.networkId) ?? null)
  const [footer, setFooter] = useState<HTMLElement | null>(null)
  const [assistedId, setAssistedId] = useState<AssistedId | null>(null)
  const title = account ? t('dialog.reconnectTitle', { handle: account.handle }) : t('dialog.title', { client: clientName })
  const Form = network === null ? null : forms[network]
  function choose(chosen: Connectable, byHand: AssistedId | null): void {
    setAssistedId(byHand)
    setNetwork(chosen)
  }

  function handleConnected(connected: Account): void {
    forgetForms()
    onConnected(connected)
  }

  return (
    <Dialog
      open
      // A press beside it, on the way back from the network's page, ends nothing that was begun.
      closesOnPressOutside={network === null}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={network === null ? t('dialog.choose') : network === 'assisted' ? t('assisted.title') : names.name(network)}
      footer={
        network !== null ? (
          <>
            {account === null && (
              <Button variant="quiet" onClick={() => setNetwork(null)}>
                {t('dialog.back')}
              </Button>
            )}
            <div ref={setFooter} className={styles.actions} />
          </>
        ) : undefined
      }
    >
      {Form ? (
        <ConnectFooter value={footer}>
          <Form workspaceId={workspaceId} account={account} isAtOnce={isAtOnce} assistedId={assistedId} onConnected={handleConnected} />
        </ConnectFooter>
      ) : (
        <div className={styles.networks}>
          {connectable.map((candidate) => (
            <button key={candidate} type="button" className={styles.network} onClick={() => choose(candidate, null)}>
              <NetworkIcon networkId={candidate} size={32} />
              <div>
                <strong>{candidate === 'assisted' ? t('assisted.title') : names.name(candidate)}</strong>
                <br />
                <span>{t(`dialog.network.${candidate}`)}</span>
              </div>
              <ChevronRight {...iconProps} />
            </button>
          ))}
          <ByHand onChoose={(id) => choose('assisted', id)} />
          <ClosedNetworks />
        </div>
      )}
    </Dialog>
  )
}

/** Networks that people look for in the list: each leads to the form with its name filled in. */
function ByHand({ onChoose }: { readonly onChoose: (id: AssistedId) => void }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  return (
    <section className={styles.byHand} aria-label={t('dialog.byHandTitle')}>
      <h3>{t('dialog.byHandTitle')}</h3>
      <p>{t('dialog.byHandText')}</p>
      <div>
        {soughtByHand.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => onChoose(id)}>
            {name}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Networks that people still ask for: why there is nothing to connect to, and since when. */
function ClosedNetworks(): React.JSX.Element {
  const { t, i18n } = useTranslation('accounts')
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <section className={styles.closed} aria-label={t('dialog.closedTitle')}>
      <h3>{t('dialog.closedTitle')}</h3>
      {closedNetworks.map(({ id, name, since }) => (
        <p key={id}>
          <NetworkIcon networkId={id} size={20} />
          <span>
            <strong>{name}</strong> {t(`dialog.closed.${id}`, { date: day.format(new Date(since)) })}
          </span>
        </p>
      ))}
    </section>
  )
}
