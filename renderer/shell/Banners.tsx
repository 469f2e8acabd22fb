import { useTranslation } from 'react-i18next'
import type { Recovery } from '../../shared/contract/studio.contract.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { useFormats } from '../language/use-formats.ts'
import { askToLift } from './hold-actions.ts'
import { lookForKeychain, openDataFolder } from './studio-actions.ts'
import { dismissRecovery, useStudio } from './studio-store.ts'

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
      <HoldBanners workspaceId={workspaceId} />
      {recoveries.map((recovery) => (
        <RecoveryBanner key={recovery.id} recovery={recovery} />
      ))}
      <KeychainBanner />
    </>
  )
}

/** What stands still, in sight at every client: the hold of the one on screen, that of all, and that of others. */
function HoldBanners({ workspaceId }: { readonly workspaceId: string }) {
  const { t } = useTranslation('safety')
  const { dayAndTime } = useFormats()
  const holds = useStudio((state) => state.holds)
  const workspaces = useStudio((state) => state.workspaces)
  return holds.map((hold) => {
    const client = workspaces.find(({ id }) => id === hold.workspaceId)
    const concernsHere = hold.workspaceId === null || hold.workspaceId === workspaceId
    return (
      <Banner
        key={hold.workspaceId ?? 'all'}
        shape="strip"
        kind={concernsHere ? 'danger' : 'info'}
        title={hold.workspaceId === null ? t('banner.all') : t('banner.client', { client: client?.name ?? '—' })}
        actions={
          <Button size="small" onClick={() => askToLift(hold)}>
            {t('banner.lift')}
          </Button>
        }
      >
        {[hold.reason, t('banner.since', { when: dayAndTime(hold.since, client?.timeZone) }), t('banner.text')].filter((text) => text !== '').join(' · ')}
      </Banner>
    )
  })
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
