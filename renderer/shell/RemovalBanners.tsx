import { useTranslation } from 'react-i18next'
import type { OpenEnd, RemovalNotice } from '../../shared/workspaces/client-removal.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { useFormats } from '../language/use-formats.ts'
import { useNetworkNames } from '../language/use-network-names.ts'
import { openDataFolder } from './studio-actions.ts'
import { dismissRemoval, useStudio } from './studio-store.ts'
import styles from './Banners.module.css'

/** Clients that are gone while something of theirs may be out: in sight at every client, and where none is left, until somebody has read it. Says nothing of what was written. */
export function RemovalBanners() {
  const removals = useStudio((state) => state.removals)
  return removals.map((removal) => <RemovalBanner key={removal.id} removal={removal} />)
}

function RemovalBanner({ removal }: { readonly removal: RemovalNotice }) {
  const { t } = useTranslation('shell')
  const { dayAndTime } = useFormats()
  const networks = useNetworkNames()
  const more = removal.total - removal.items.length
  const lines = groupsOf(removal.items).map(({ networkId, handle, kind, items }) => {
    const where = networkId === null ? t('banners.removedAccount') : `${networks.inSentence(networkId)} (${handle})`
    const times = items.map(({ at }) => at)
    const when = dayAndTime(kind === 'unknown' ? Math.max(...times) : Math.min(...times), removal.timeZone)
    return t(kind === 'unknown' ? 'banners.removedUnknown' : 'banners.removedAtNetwork', { count: items.length, where, when })
  })
  return (
    <Banner
      shape="strip"
      kind="warning"
      title={t('banners.removed', { client: removal.clientName })}
      actions={
        <>
          <Button size="small" variant="quiet" onClick={() => void openDataFolder()}>
            {t('commands.openDataFolder')}
          </Button>
          <Button size="small" onClick={() => void dismissRemoval(removal.id)}>
            {t('banners.understood')}
          </Button>
        </>
      }
    >
      {[...lines, ...(more > 0 ? [t('banners.removedMore', { count: more })] : []), t('banners.removedFolder')].map((line) => (
        <span key={line} className={styles.line}>
          {line}
        </span>
      ))}
    </Banner>
  )
}

type Group = Pick<OpenEnd, 'networkId' | 'handle' | 'kind'> & { readonly items: readonly OpenEnd[] }

/** One sentence for each account and kind. */
function groupsOf(items: readonly OpenEnd[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const { networkId, handle, kind } = item
    const key = JSON.stringify([networkId, handle, kind])
    groups.set(key, { networkId, handle, kind, items: [...(groups.get(key)?.items ?? []), item] })
  }
  return [...groups.values()]
}
