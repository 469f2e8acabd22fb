import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { webhookInChannel, webhookInForum } from '../../../../shared/accounts/discord-webhook.ts'
import { Button } from '../../../components/Button.tsx'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { SecretField } from '../../../components/SecretField.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { studio } from '../../../bridge/studio-client.ts'
import { keepBegun } from '../begun-forms.ts'
import { useConnectWithPassword, type PasswordConnection } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import styles from './ConnectForm.module.css'

const portal = 'https://discord.com/developers/applications'
const server = 'https://discord.com'

type Way = 'webhook' | 'bot'

const useBegunWay = keepBegun<Way>()

/** Two ways into a channel: a webhook is quick and only writes, a bot takes an app and hears answers too. */
export function DiscordForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const isBot = account !== null && !account.remoteId.startsWith('webhook:')
  const [way, setWay] = useBegunWay({ workspaceId, place: `discord way ${account?.id ?? ''}` }, isBot ? 'bot' : 'webhook')
  // A webhook made anew is an account of its own at Discord: only a bot can come back as what it was.
  const connection = useConnectWithPassword(workspaceId, 'discord', { serverUrl: account?.serverUrl ?? server, identifier: isBot ? account.remoteId : webhookOf(account) }, { account: isBot ? account : null, onConnected })

  function handleWay(next: Way): void {
    setWay(next)
    connection.change({ identifier: next === 'webhook' ? webhookInChannel : '', appPassword: '' })
  }

  return (
    <PasswordConnectForm connection={connection}>
      {account === null && <SegmentedControl<Way> label={t('discord.way')} value={way} onChange={handleWay} segments={[{ value: 'webhook', label: t('discord.webhook') }, { value: 'bot', label: t('discord.bot') }]} />}
      {way === 'webhook' ? <WebhookFields connection={connection} /> : <BotFields connection={connection} />}
    </PasswordConnectForm>
  )
}

/** What its channel was the last time, nobody has to say once more. */
function webhookOf(account: Account | null): string {
  return account?.serverLimits.channel?.kind === 'forum' ? webhookInForum : webhookInChannel
}

function WebhookFields({ connection: { form, errors, change } }: { readonly connection: PasswordConnection }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  return (
    <>
      <div className={styles.how}>
        <p>{t('discord.webhookWhy')}</p>
        <ol className={styles.steps}>
          <li>{t('discord.webhookStep1')}</li>
          <li>{t('discord.webhookStep2')}</li>
          <li>{t('discord.webhookStep3')}</li>
        </ol>
      </div>
      <SecretField label={t('discord.webhookUrl')} error={errors.appPassword} value={form.appPassword} onChange={(appPassword) => change({ appPassword })} />
      <Checkbox label={t('discord.forum')} hint={t('discord.forumHint')} checked={form.identifier === webhookInForum} onChange={(isForum) => change({ identifier: isForum ? webhookInForum : webhookInChannel })} />
    </>
  )
}

function BotFields({ connection: { form, errors, change } }: { readonly connection: PasswordConnection }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  return (
    <>
      <div className={styles.how}>
        <p>{t('discord.botWhy')}</p>
        <ol className={styles.steps}>
          <li>{t('discord.botStep1')}</li>
          <li>{t('discord.botStep2')}</li>
          <li>{t('discord.botStep3')}</li>
          <li>{t('discord.botStep4')}</li>
        </ol>
        <p>{t('discord.botForum')}</p>
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url: portal })}>
          {t('discord.open')}
        </Button>
      </div>
      <TextField label={t('discord.channel')} placeholder="https://discord.com/channels/…" error={errors.identifier} value={form.identifier} onChange={(identifier) => change({ identifier })} spellCheck={false} />
      <SecretField label={t('discord.token')} error={errors.appPassword} value={form.appPassword} onChange={(appPassword) => change({ appPassword })} />
    </>
  )
}
