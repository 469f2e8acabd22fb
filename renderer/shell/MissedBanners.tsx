import { useTranslation } from 'react-i18next'
import type { AwaySummary } from '../../shared/safety/away.ts'
import { studio } from '../bridge/studio-client.ts'
import { useRequest } from '../bridge/use-request.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { useFormats } from '../language/use-formats.ts'
import styles from './Banners.module.css'
import { putAway, totalOf, useAskingElsewhere, useNotPutAway } from './asking-elsewhere.ts'
import { navigate } from './route-store.ts'
import { routeTo } from './route.ts'
import { useStudio } from './studio-store.ts'

/** What became of things whose time came while nobody was there, at every client; and what asks at clients that are not on screen, however short the absence was. */
export function MissedBanners({ workspaceId }: { readonly workspaceId: string }) {
  const [loaded] = useRequest('studio.away', {}, ['studio.changed', 'counts.changed'])
  if (loaded.kind === 'loading') return null
  const absences = loaded.kind === 'ready' ? loaded.value.absences : []
  const told = absences.flatMap(({ clients }) => clients.filter(({ asking }) => asking > 0).map((client) => client.workspaceId))
  return (
    <>
      {absences.length > 0 && <AwayBanner workspaceId={workspaceId} absences={absences} />}
      <ElsewhereBanner workspaceId={workspaceId} told={told} />
    </>
  )
}

/** One quiet line after sleep or a start: what went out meanwhile, and what waits for a decision; several absences each by itself. Stays until it is read. */
function AwayBanner({ workspaceId, absences }: { readonly workspaceId: string; readonly absences: readonly AwaySummary[] }) {
  const { t } = useTranslation('safety')
  const { dayAndTime } = useFormats()
  const workspaces = useStudio((state) => state.workspaces)
  const nameOf = (id: string): string => workspaces.find((workspace) => workspace.id === id)?.name ?? '—'
  const spanOf = ({ since, until }: AwaySummary) => ({ since: dayAndTime(since), until: dayAndTime(until) })
  const linesOf = ({ clients }: AwaySummary): string =>
    clients
      .map(({ workspaceId: id, out, asking }) => {
        const parts = [...(out > 0 ? [t('away.out', { count: out })] : []), ...(asking > 0 ? [t('away.asking', { count: asking })] : [])]
        return t('away.line', { client: nameOf(id), what: parts.join(', ') })
      })
      .join(' · ')
  const clients = absences.flatMap((absence) => absence.clients)
  const asked = clients.find(({ workspaceId: id, asking }) => asking > 0 && id === workspaceId) ?? clients.find(({ asking }) => asking > 0)
  const [first] = absences
  if (first === undefined) return null
  const isOne = absences.length === 1
  return (
    <Banner
      shape="strip"
      kind={asked === undefined ? 'info' : 'warning'}
      title={isOne ? t('away.title', spanOf(first)) : t('away.several', { count: absences.length })}
      actions={
        <>
          {asked !== undefined && (
            <Button size="small" onClick={() => navigate(routeTo('outbox', asked.workspaceId))}>
              {t('away.decide')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => void studio.request('studio.dismissAway', {})}>
            {t('away.read')}
          </Button>
        </>
      }
    >
      {isOne
        ? linesOf(first)
        : absences.map((absence) => (
            <span key={absence.since} className={styles.line}>
              {t('away.span', { ...spanOf(absence), what: linesOf(absence) })}
            </span>
          ))}
    </Banner>
  )
}

/** One quiet line for all other clients; put away, it comes back when something more asks. `told`: clients of which the line above says so. */
function ElsewhereBanner({ workspaceId, told }: { readonly workspaceId: string; readonly told: readonly string[] }) {
  const { t } = useTranslation('shell')
  const asking = useNotPutAway(useAskingElsewhere(workspaceId)).filter((client) => !told.includes(client.workspaceId))
  const first = asking[0]
  if (first === undefined) return null
  const count = totalOf(asking)
  return (
    <Banner
      shape="strip"
      kind="warning"
      title={asking.length === 1 ? t('elsewhere.one', { count, client: first.name }) : t('elsewhere.several', { count })}
      actions={
        <>
          <Button size="small" onClick={() => navigate(routeTo('outbox', first.workspaceId))}>
            {t('elsewhere.go', { client: first.name })}
          </Button>
          <Button size="small" variant="quiet" onClick={() => putAway(asking)}>
            {t('banners.later')}
          </Button>
        </>
      }
    >
      {asking.length === 1 ? undefined : asking.map(({ name, count: own }) => t('elsewhere.line', { client: name, count: own })).join(' · ')}
    </Banner>
  )
}
