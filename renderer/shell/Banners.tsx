import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { describeAccess } from '../../shared/accounts/access.ts'
import type { HeldScope, Recovery } from '../../shared/contract/studio.contract.ts'
import { studio } from '../bridge/studio-client.ts'
import { useRequest } from '../bridge/use-request.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { ProxyBanners } from '../features/proxies/ProxyBanners.tsx'
import { useWhyRestored } from '../features/safety/use-why-restored.ts'
import { useFormats } from '../language/use-formats.ts'
import { useNetworkNames } from '../language/use-network-names.ts'
import { navigate } from './route-store.ts'
import { routeTo } from './route.ts'
import { askToLift } from './hold-actions.ts'
import { InterruptedRemovalBanner } from './InterruptedRemovalBanner.tsx'
import { lookForKeychain, openDataFolder, restartEngine } from './studio-actions.ts'
import { dismissRecovery, useStudio } from './studio-store.ts'
import { MissedBanners } from './MissedBanners.tsx'
import { OtherHourBanners } from './OtherHourBanners.tsx'
import { RemovalBanners } from './RemovalBanners.tsx'
import { UnfitBanner } from './UnfitBanner.tsx'
import { UnfinishedBanner } from './UnfinishedBanner.tsx'
import { useNow } from './use-now.ts'
import styles from './Banners.module.css'

const dayMs = 86_400_000

/** Lasting states that concern every screen, most serious first. Being offline is normal and stays in the status bar. */
export function Banners({ workspaceId }: { readonly workspaceId: string }) {
  const { t } = useTranslation('shell')
  const engine = useStudio((state) => state.engine)
  // What happened to one client's data is told at that client's table alone.
  const recoveries = useStudio((state) => state.recoveries).filter((recovery) => recovery.workspaceId === null || recovery.workspaceId === workspaceId)
  return (
    <>
      {engine === 'restarting' ? (
        <Banner shape="strip" kind="info" title={t('engine.restarting')}>
          {t('engine.restartingText')}
        </Banner>
      ) : null}
      {engine === 'silent' ? (
        <Banner
          shape="strip"
          kind="warning"
          title={t('engine.silent')}
          actions={
            <Button size="small" onClick={() => void restartEngine()}>
              {t('engine.restart')}
            </Button>
          }
        >
          {t('engine.silentText')}
        </Banner>
      ) : null}
      <UnfinishedBanner workspaceId={workspaceId} />
      <MissedBanners workspaceId={workspaceId} />
      <OtherHourBanners />
      <UnfitBanner workspaceId={workspaceId} />
      <HoldBanners workspaceId={workspaceId} />
      {recoveries.map((recovery) => (
        <RecoveryBanner key={recovery.id} recovery={recovery} />
      ))}
      <RemovalBanners />
      <ProxyBanners />
      <KeychainBanner />
      <AccessBanners workspaceId={workspaceId} />
    </>
  )
}

/** What stands still, in sight at every client: the hold of the one on screen, that of all, and that of others. */
function HoldBanners({ workspaceId }: { readonly workspaceId: string }) {
  const holds = useStudio((state) => state.holds)
  const workspaces = useStudio((state) => state.workspaces)
  return holds.map((hold) => {
    const client = workspaces.find(({ id }) => id === hold.workspaceId)
    const interrupted = client === undefined || hold.removal === undefined ? null : { client, removal: hold.removal }
    return (
      <Fragment key={hold.workspaceId ?? 'all'}>
        {interrupted !== null && <InterruptedRemovalBanner {...interrupted} hold={hold} />}
        {(interrupted === null || hold.restored !== null) && <HoldBanner hold={hold} workspaceId={workspaceId} />}
      </Fragment>
    )
  })
}

function HoldBanner({ hold, workspaceId }: { readonly hold: HeldScope; readonly workspaceId: string }) {
  const { t } = useTranslation('safety')
  const { dayAndTime } = useFormats()
  const counts = useStudio((state) => state.counts)
  const client = useStudio((state) => state.workspaces.find(({ id }) => id === hold.workspaceId))
  const why = useWhyRestored(hold, client)
  // Under a restoration's hold nobody knows yet whether they are there; under another one, what is only looked for was called back by nobody.
  const back = [...counts.values()].filter((each) => hold.workspaceId === null || each.workspaceId === hold.workspaceId).reduce((total, { atNetwork, soughtThere }) => total + atNetwork + (hold.restored === null ? 0 : soughtThere), 0)
  const concernsHere = hold.workspaceId === null || hold.workspaceId === workspaceId
  const texts = hold.restored === null ? [t('banner.since', { when: dayAndTime(hold.since, client?.timeZone) }), t('banner.text')] : [`${why} ${t('restored.banner')}`]
  return (
    <Banner
      shape="strip"
      kind={concernsHere ? 'danger' : 'info'}
      title={hold.workspaceId === null ? t('banner.all') : t('banner.client', { client: client?.name ?? '—' })}
      actions={
        <Button size="small" onClick={() => askToLift(hold)}>
          {t(hold.restored === null ? 'banner.lift' : 'restored.open')}
        </Button>
      }
    >
      {[...texts, back > 0 ? t(hold.restored === null ? 'banner.comingBack' : 'restored.soughtAll', { count: back }) : ''].filter((text) => text !== '').join(' · ')}
      {hold.reason !== '' && <span className={styles.reason}>{t('banner.reason', { reason: hold.reason })}</span>}
    </Banner>
  )
}

function RecoveryBanner({ recovery }: { readonly recovery: Recovery }) {
  const { t } = useTranslation('shell')
  const { dayAndTime } = useFormats()
  const workspace = useStudio((state) => state.workspaces.find(({ id }) => id === recovery.workspaceId))
  const file = recovery.damagedFileName
  return (
    <Banner
      shape="strip"
      kind="warning"
      title={recovery.workspaceId === null ? t('banners.recoveredStudio') : t('banners.recovered', { name: workspace?.name ?? '—' })}
      actions={
        <>
          <Button size="small" variant="quiet" onClick={() => void openDataFolder()}>
            {t('banners.openDataFolder')}
          </Button>
          <Button size="small" onClick={() => void dismissRecovery(recovery.id)}>
            {t('banners.understood')}
          </Button>
        </>
      }
    >
      {recovery.restoredTo === null ? t('banners.recoveredEmpty', { file }) : t('banners.recoveredUntil', { when: dayAndTime(recovery.restoredTo, workspace?.timeZone), file })}
    </Banner>
  )
}

/** An access that ends soon: said once for each warning, until it is renewed or put away. */
function AccessBanners({ workspaceId }: { readonly workspaceId: string }) {
  const { t } = useTranslation('shell')
  const formats = useFormats()
  const networks = useNetworkNames()
  const now = useNow()
  const [loaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  if (loaded.kind !== 'ready') return null
  const { accounts, accessNotices } = loaded.value
  return accounts.map((account) => {
    const access = describeAccess(account, now)
    if (access.kind !== 'ends' || !accessNotices.includes(account.id)) return null
    return (
      <Banner
        key={account.id}
        shape="strip"
        kind="warning"
        title={t('banners.accessEnds', { handle: account.handle, network: networks.inSentence(account.networkId), time: formats.duration(access.days * dayMs) })}
        actions={
          <>
            <Button size="small" onClick={() => navigate(routeTo('accounts', workspaceId))}>
              {t('banners.accessRenew')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => void studio.request('accounts.dismissAccessNotice', { workspaceId, accountId: account.id })}>
              {t('banners.later')}
            </Button>
          </>
        }
      >
        {t('banners.accessEndsText')}
      </Banner>
    )
  })
}

function KeychainBanner() {
  const { t } = useTranslation('shell')
  const { state } = useStudio(({ secretStore }) => secretStore)
  if (state !== 'missing' && state !== 'locked') return null
  return (
    <Banner
      shape="strip"
      kind="warning"
      title={state === 'missing' ? t('banners.noKeychain') : t('banners.lockedKeychain')}
      actions={
        <Button size="small" onClick={() => void lookForKeychain()}>
          {t('banners.checkKeychain')}
        </Button>
      }
    >
      {state === 'missing' ? t('banners.noKeychainText') : t('banners.lockedKeychainText')}
    </Banner>
  )
}
