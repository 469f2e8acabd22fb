import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OtherHour } from '../../shared/outbox/hand-over.ts'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { studio } from '../bridge/studio-client.ts'
import { useRequest } from '../bridge/use-request.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { isEarly } from '../features/queue/story/hour-there.ts'
import { firstWords } from '../language/first-words.ts'
import { useFormats } from '../language/use-formats.ts'
import { useNetworkNames } from '../language/use-network-names.ts'
import { navigate } from './route-store.ts'
import { emptyCounts } from './studio-state.ts'
import { useStudio } from './studio-store.ts'

/** A network confirms another hour within moments: what takes longer is worth a line, ms. */
const confirmsWithin = 5000
/** More of them stand in the outbox. */
const mostTold = 3

/** Another hour that a network has not taken, at every client: what may still leave at the old one, and what did, until somebody has read it. */
export function OtherHourBanners() {
  const workspaces = useStudio((state) => state.workspaces)
  const counts = useStudio((state) => state.counts)
  return workspaces.map((workspace) => {
    const { movingThere, outAtOldHour } = counts.get(workspace.id) ?? emptyCounts
    return movingThere + outAtOldHour === 0 ? null : <OfClient key={workspace.id} workspace={workspace} />
  })
}

function OfClient({ workspace }: { readonly workspace: Workspace }) {
  const [loaded] = useRequest('handOver.listOtherHours', { workspaceId: workspace.id }, ['counts.changed', 'outbox.changed'])
  if (loaded.kind !== 'ready') return null
  const { moving, out } = loaded.value
  return (
    <>
      {moving.length > 0 && <MovingBanner workspace={workspace} moving={moving} />}
      {out.length > 0 && <OutBanner workspace={workspace} out={out} />}
    </>
  )
}

/** Whether it has stood there for longer than a network takes to answer. */
function useLasting(): boolean {
  const [isLasting, setLasting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(true), confirmsWithin)
    return () => clearTimeout(timer)
  }, [])
  return isLasting
}

function MovingBanner({ workspace, moving }: { readonly workspace: Workspace; readonly moving: readonly OtherHour[] }) {
  const { t } = useTranslation('shell')
  const lineOf = useLine(workspace)
  if (!useLasting()) return null
  return (
    <Banner shape="strip" kind="warning" title={t('otherHour.moving', { count: moving.length, client: workspace.name })} actions={<See workspaceId={workspace.id} first={moving[0]} />}>
      {[...moving.slice(0, mostTold).map((one) => lineOf('otherHour.movingLine', one)), t('otherHour.movingText')].join(' · ')}
    </Banner>
  )
}

function OutBanner({ workspace, out }: { readonly workspace: Workspace; readonly out: readonly OtherHour[] }) {
  const { t } = useTranslation('shell')
  const lineOf = useLine(workspace)
  const isCertain = out.every(isEarly)
  return (
    <Banner
      shape="strip"
      kind="warning"
      title={t(isCertain ? 'otherHour.out' : 'otherHour.unsure', { count: out.length, client: workspace.name })}
      actions={
        <>
          <See workspaceId={workspace.id} first={out[0]} />
          <Button size="small" variant="quiet" onClick={() => void studio.request('handOver.dismissOldHours', { workspaceId: workspace.id, jobIds: out.map(({ jobId }) => jobId) })}>
            {t('banners.understood')}
          </Button>
        </>
      }
    >
      {out.slice(0, mostTold).map((one) => lineOf(isEarly(one) ? 'otherHour.outLine' : 'otherHour.unsureLine', one)).join(' · ')}
    </Banner>
  )
}

function See({ workspaceId, first }: { readonly workspaceId: string; readonly first: OtherHour | undefined }) {
  const { t } = useTranslation('shell')
  return (
    <Button size="small" onClick={() => navigate({ screen: 'outbox', workspaceId, jobId: first?.jobId ?? null })}>
      {t('otherHour.see')}
    </Button>
  )
}

type LineWord = 'otherHour.movingLine' | 'otherHour.outLine' | 'otherHour.unsureLine'

function useLine({ id: workspaceId, timeZone }: Workspace): (word: LineWord, one: OtherHour) => string {
  const { t } = useTranslation('shell')
  const { dayAndTime } = useFormats()
  const networks = useNetworkNames()
  const [loaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const accounts = loaded.kind === 'ready' ? loaded.value.accounts : []
  return (word, { accountId, excerpt, dueAt, oldHour }) => {
    const networkId = accounts.find(({ id }) => id === accountId)?.networkId
    return t(word, { what: firstWords(excerpt), network: networkId === undefined ? '—' : networks.inSentence(networkId), old: dayAndTime(oldHour, timeZone), wished: dayAndTime(dueAt, timeZone) })
  }
}
