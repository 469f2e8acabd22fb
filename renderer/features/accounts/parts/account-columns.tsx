import { Hand, ListX, MoreHorizontal, Plug, RefreshCw, Trash2 } from 'lucide-react'
import type { TFunction } from 'i18next'
import type { Account, AccountState } from '../../../../shared/accounts/account.ts'
import { Badge, type Tone } from '../../../components/Badge.tsx'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu, type MenuEntry } from '../../../components/Menu.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import type { TableColumn } from '../../../components/Table.tsx'
import type { Formats } from '../../../language/formats.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { describeAccess } from '../../../../shared/accounts/access.ts'
import { usesOf } from '../../../../shared/accounts/rights.ts'
import { AlsoAt } from '../../../shell/AlsoAt.tsx'
import { Followers, type FiguresOfAccount } from '../../figures/Followers.tsx'
import styles from './AccountsTable.module.css'

export interface AccountActions {
  readonly onCheck: (account: Account) => void
  readonly onRenew: (account: Account) => void
  readonly onReconnect: (account: Account) => void
  readonly onRemove: (account: Account) => void
  readonly onAskMissing: (account: Account) => void
}

/** What the networks say of the accounts, as the figures feature shows it. */
export interface FollowersColumn {
  readonly header: string
  readonly of: readonly FiguresOfAccount[]
}

const stateTones: Readonly<Record<AccountState, Tone>> = { connected: 'success', needs_login: 'danger', secret_missing: 'danger' }

/** The columns of the list of accounts. `now` in ms since the epoch. */
export function accountColumns(t: TFunction<'accounts'>, formats: Formats, now: number, actions: AccountActions, followers: FollowersColumn): readonly TableColumn<Account>[] {
  return [
    { id: 'account', header: t('column.account'), cell: (account) => drawAccount(t, formats, account, actions) },
    { id: 'state', header: t('column.state'), width: '14rem', cell: (account) => drawState(t, account) },
    { id: 'access', header: t('column.access'), width: '15rem', cell: (account) => drawAccess(t, account, now, actions) },
    { id: 'checked', header: t('column.checked'), width: '11rem', cell: (account) => drawChecked(t, formats, account, now) },
    { id: 'followers', header: followers.header, width: '9rem', cell: (account) => drawFollowers(account, followers) },
    {
      id: 'actions',
      header: t('column.actions'),
      align: 'end',
      width: '5rem',
      cell: (account) => <Menu align="end" trigger={<IconButton icon={MoreHorizontal} label={t('actionsFor', { handle: account.handle })} />} entries={entriesFor(t, account, actions)} />
    }
  ]
}

function drawFollowers({ id }: Account, { of }: FollowersColumn): React.JSX.Element {
  return <Followers of={of.find(({ accountId }) => accountId === id)} />
}

function drawAccount(t: TFunction<'accounts'>, formats: Formats, account: Account, actions: AccountActions): React.JSX.Element {
  return (
    <span className={styles.account}>
      <NetworkIcon networkId={account.networkId} size={24} />
      <span className={styles.names}>
        <strong>{account.displayName || account.handle}</strong>
        <span>{account.handle}</span>
        <AlsoAt ids={account.alsoAt} />
        {drawLacking(t, formats, account, actions)}
      </span>
    </span>
  )
}

/** What its login may not do and Vigie asks for by now: a new one brings it. Whoever has to log in anyway is not told apart. */
function drawLacking(t: TFunction<'accounts'>, formats: Formats, account: Account, { onReconnect }: AccountActions): React.ReactNode {
  const { handle, state, lacksRights = [] } = account
  if (state !== 'connected' || lacksRights.length === 0) return null
  const what = formats.list(usesOf(lacksRights).map((use) => (use === 'other' ? t('missing.rights.other') : t(`missing.rights.use.${use}`))))
  return (
    <>
      <span title={t('missing.rights.named', { rights: lacksRights.join(', ') })}>{t('missing.rights.lacking', { what })}</span>
      <Button size="small" aria-label={t('missing.rights.reconnectFor', { handle })} onClick={() => onReconnect(account)}>
        {t('reconnect')}
      </Button>
    </>
  )
}

/** Nothing is connected where the person publishes: it is said what it is. A trouble with what is kept of it is told all the same. */
function drawState(t: TFunction<'accounts'>, { networkId, state }: Account): React.JSX.Element {
  if (isByHand(networkId) && state === 'connected') return <Badge icon={Hand}>{t('byHand.state')}</Badge>
  return <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
}

function drawChecked(t: TFunction<'accounts'>, formats: Formats, { networkId, lastCheckedAt }: Account, now: number): string {
  if (isByHand(networkId)) return t('byHand.checked')
  return lastCheckedAt === null ? t('neverChecked') : formats.relative(lastCheckedAt, now)
}

function drawAccess(t: TFunction<'accounts'>, account: Account, now: number, { onRenew }: AccountActions): React.ReactNode {
  if (isByHand(account.networkId)) return t('byHand.access')
  const access = describeAccess(account, now)
  if (access.kind === 'forever') return <span className={styles.word}>{t('accessForever')}</span>
  const words = access.kind === 'ended' ? t('accessEnded') : t('accessEnds', { count: access.days })
  if (access.kind === 'ends' && !access.isSoon) return <span className={styles.word}>{words}</span>
  return (
    <span className={styles.access}>
      <Badge tone={access.kind === 'ended' ? 'danger' : 'warning'}>{words}</Badge>
      <Button size="small" aria-label={t('renewFor', { handle: account.handle })} onClick={() => onRenew(account)}>
        {t('renew')}
      </Button>
    </span>
  )
}

function entriesFor(t: TFunction<'accounts'>, account: Account, { onCheck, onReconnect, onRemove, onAskMissing }: AccountActions): readonly MenuEntry[] {
  const check: MenuEntry = { id: 'check', label: t('check'), icon: RefreshCw, onSelect: () => onCheck(account) }
  // The practice account is made by Vigie itself: there is nothing to log in to.
  if (account.networkId === 'practice') return [check]
  const remove: MenuEntry = { id: 'remove', label: t('remove'), icon: Trash2, tone: 'danger', onSelect: () => onRemove(account) }
  // Nobody answers for an account by hand, so there is nothing to check and nothing to log in to.
  if (isByHand(account.networkId)) return [remove]
  const missing: MenuEntry = { id: 'missing', label: t('missing.open'), icon: ListX, onSelect: () => onAskMissing(account) }
  return [check, { id: 'reconnect', label: t('reconnect'), icon: Plug, onSelect: () => onReconnect(account) }, missing, { kind: 'separator', id: 'line' }, remove]
}
