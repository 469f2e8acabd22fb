import { MailSearch } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { usesOf } from '../../../../shared/accounts/rights.ts'
import { reachOfAccounts } from '../../../../shared/accounts/reach-of-accounts.ts'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { mostOfCall, mostOfLook } from '../../../../shared/networks/paid-messages.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useCommands } from '../../../shell/command-registry.ts'
import { navigate } from '../../../shell/route-store.ts'
import { routeTo } from '../../../shell/route.ts'
import { useStudio, useWorkspace } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { spentThisMonth } from '../../costs/month-so-far.ts'
import type { InboxFilter } from '../inbox-filter.ts'
import styles from './PaidMessages.module.css'

type Look = RequestOutput<'inbox.messageLooks'>['looks'][number]

export interface PaidMessagesProps {
  readonly workspaceId: string
  readonly accounts: readonly Account[]
  readonly filter: InboxFilter
  readonly timeZone: string
}

/** Above the list: accounts whose private messages cost money. They are read when the person presses, with what that can cost on the button's face. */
export function PaidMessages({ workspaceId, accounts, filter, timeZone }: PaidMessagesProps): React.JSX.Element | null {
  const [loaded, reload] = useRequest('inbox.messageLooks', { workspaceId }, ['inbox.changed', 'accounts.changed'])
  if (loaded.kind === 'loading' || (filter.kind !== null && filter.kind !== 'message')) return null
  if (loaded.kind === 'failed') return <ErrorState size="inline" className={styles.failed ?? ''} error={loaded.error} onRetry={reload} />
  const shown = loaded.value.looks.flatMap((look) => {
    const account = accounts.find(({ id }) => id === look.accountId)
    return account === undefined || (filter.accountId !== null && filter.accountId !== account.id) ? [] : [{ look, account }]
  })
  if (shown.length === 0) return null
  return (
    <>
      {shown.map(({ look, account }) => (
        <MessagesOfAccount key={account.id} workspaceId={workspaceId} account={account} look={look} timeZone={timeZone} onRead={reload} />
      ))}
    </>
  )
}

type Outcome = { readonly kind: 'none' | 'reading' } | { readonly kind: 'read'; readonly arrived: number; readonly mills: number } | { readonly kind: 'failed'; readonly error: StudioError }

interface MessagesOfAccountProps {
  readonly workspaceId: string
  readonly account: Account
  readonly look: Look
  readonly timeZone: string
  readonly onRead: () => void
}

function MessagesOfAccount({ workspaceId, account, look, timeZone, onRead }: MessagesOfAccountProps): React.JSX.Element | null {
  const { t } = useTranslation('paidMessages')
  const formats = useFormats()
  const now = useNow()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const isOffline = reachOfAccounts(useStudio((state) => state.connectivity.state), [account]) === 'none'
  const { name: network, paidMessages: rule } = capabilitiesOf(account.networkId)
  const most = formats.dollars(rule === undefined ? 0 : mostOfLook(rule))
  const lacksRight = usesOf(account.lacksRights ?? []).includes('messages')
  const canRead = !lacksRight && !isOffline && account.state === 'connected' && outcome.kind !== 'reading'
  const readLabel = t(look.hasMore ? 'readOn' : 'read', { most })

  async function read(): Promise<void> {
    if (!canRead) return
    setOutcome({ kind: 'reading' })
    const answer = await studio.request('inbox.readMessages', { workspaceId, accountId: account.id })
    setOutcome(answer.ok ? { kind: 'read', ...answer.value } : { kind: 'failed', error: answer.error })
    onRead()
  }

  useCommands({ name: `inbox.paidMessages.${account.id}`, title: t('title', { handle: account.handle }) }, [
    { id: `inbox.readMessages.${account.id}`, title: t('command', { handle: account.handle, most }), icon: MailSearch, disabled: !canRead, run: () => void read() }
  ])

  function standing(): string {
    if (account.state !== 'connected') return t('needsLogin')
    if (lacksRight) return t('lacksRight')
    if (isOffline) return t('offline')
    if (look.lookedAt === null) return t('never', { network, number: rule === undefined ? 0 : rule.callsOfLook * rule.perCall })
    return t(look.hasMore ? 'lookedHasMore' : 'looked', { when: formats.moment(look.lookedAt, now, timeZone) })
  }

  return (
    <section className={styles.messages} aria-label={t('title', { handle: account.handle })}>
      <div className={styles.line}>
        <NetworkIcon networkId={account.networkId} size={14} />
        <div className={styles.words}>
          <strong>{t('title', { handle: account.handle })}</strong>
          <p>{standing()}</p>
          <p role="status">{outcome.kind === 'read' && t(outcome.arrived === 0 ? 'nothingNew' : 'arrived', { count: outcome.arrived, amount: formats.dollars(outcome.mills) })}</p>
        </div>
      </div>
      <div className={styles.line}>
        <Button size="small" icon={MailSearch} busy={outcome.kind === 'reading'} disabled={!canRead} onClick={() => void read()}>
          {readLabel}
        </Button>
        <Spent workspaceId={workspaceId} reading={outcome.kind} least={rule === undefined ? 0 : mostOfCall(rule)} />
      </div>
      {outcome.kind === 'failed' && (
        <ErrorState
          size="inline"
          error={outcome.error}
          actions={isAboutLogin(outcome.error) ? <Button size="small" onClick={() => navigate(routeTo('accounts', workspaceId))}>{t('seeAccounts')}</Button> : undefined}
        />
      )}
    </section>
  )
}

interface SpentProps {
  readonly workspaceId: string
  readonly reading: Outcome['kind']
  /** What the cap has to leave for a reading, in thousandths of a US dollar. */
  readonly least: number
}

/** What the month has cost, where it has a cap, and whether the cap still leaves enough. Asked anew after each reading. */
function Spent({ workspaceId, reading, least }: SpentProps): React.JSX.Element | null {
  const { t } = useTranslation(['costs', 'paidMessages'])
  const formats = useFormats()
  const cap = useWorkspace(workspaceId)?.safety.monthlyCapMills ?? null
  const [costs] = useRequest('costs.read', reading === 'reading' ? null : { workspaceId }, ['outbox.changed', 'inbox.changed'])
  if (cap === null || costs.kind !== 'ready') return null
  const spent = spentThisMonth(costs.value)
  const isOver = cap - spent < least
  const month = t('costs:monthOfCap', { spent: formats.dollars(spent), cap: formats.dollars(cap) })
  return (
    <p className={styles.spent} data-over={isOver}>
      {isOver ? `${month}. ${t('paidMessages:overCap')}` : month}
    </p>
  )
}

function isAboutLogin({ code, details }: StudioError): boolean {
  return code === 'auth_revoked' || code === 'auth_expired' || details?.['reason'] === 'messages_not_allowed'
}
