import { CirclePause, CirclePlay, CloudOff, TriangleAlert, Wifi, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { smallIconProps, type Icon } from '../components/icon.ts'
import { Menu } from '../components/Menu.tsx'
import { zoneName } from '../language/zone-name.ts'
import { useFormats } from '../language/use-formats.ts'
import { totalOf, useAskingElsewhere } from './asking-elsewhere.ts'
import { askToLift, holdOf } from './hold-actions.ts'
import { openOverlay } from './overlay-store.ts'
import { useCurrentWorkspaceId, useRoute } from './route-store.ts'
import { formatRoute, routeTo } from './route.ts'
import { toggleWorkOffline } from './studio-actions.ts'
import { emptyCounts, type StudioState } from './studio-state.ts'
import { useStudio } from './studio-store.ts'
import { useKeptBy } from './use-kept-by.ts'
import { useNow } from './use-now.ts'
import styles from './StatusBar.module.css'

type ConnectionState = StudioState['connectivity']['state']

const connectionLook = {
  online: { icon: Wifi, text: 'status.online' },
  offline: { icon: WifiOff, text: 'status.offline' },
  working_offline: { icon: CloudOff, text: 'status.workingOffline' }
} as const satisfies Record<ConnectionState, { icon: Icon; text: string }>

/** The quiet line at the foot: connection, what waits in the outbox, what was saved last, whose clock counts. */
export function StatusBar({ workspace }: { readonly workspace: Workspace | undefined }) {
  const { t } = useTranslation('shell')
  // There the composer's own mark says it, beside the post.
  const isComposing = useRoute()?.screen === 'compose'
  return (
    <footer className={styles.bar} aria-label={t('status.label')}>
      <Connection />
      {workspace === undefined ? null : <Outbox workspace={workspace} />}
      {workspace === undefined ? null : <Elsewhere workspace={workspace} />}
      <span className={styles.spacer} />
      {workspace === undefined || isComposing ? null : <LastSaved key={workspace.id} workspace={workspace} />}
      {workspace === undefined ? null : <span className={styles.item}>{t('status.zone', { zone: zoneName(workspace.timeZone) })}</span>}
    </footer>
  )
}

function Connection() {
  const { t } = useTranslation(['shell', 'safety'])
  const hold = holdOf(useStudio(({ holds }) => holds), useCurrentWorkspaceId())
  const state = useStudio(({ connectivity }) => connectivity.state)
  const { icon: Drawing, text } = connectionLook[state]
  const isByChoice = state === 'working_offline'
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={styles.connection} data-state={state}>
          <Drawing {...smallIconProps} />
          {t(text)}
        </button>
      }
      entries={[
        { kind: 'heading', id: 'hint', label: t(isByChoice ? 'status.byChoiceHint' : 'status.offlineHint') },
        { id: 'toggle', label: isByChoice ? t('status.goOnline') : t('status.goOffline'), icon: isByChoice ? Wifi : CloudOff, onSelect: toggleWorkOffline },
        { kind: 'separator', id: 'line' },
        ...(hold === null
          ? [{ id: 'hold', label: t('safety:hold.command'), icon: CirclePause, shortcut: 'mod+shift+h', onSelect: () => openOverlay('hold') }]
          : [{ id: 'lift', label: t('safety:lift.command'), icon: CirclePlay, shortcut: 'mod+shift+h', onSelect: () => askToLift(hold) }]),
        // One client alone stands still: the others must be within reach too.
        ...(hold === null || hold.workspaceId === null ? [] : [{ id: 'holdAll', label: t('safety:hold.commandAll'), icon: CirclePause, onSelect: () => openOverlay('hold') }])
      ]}
    />
  )
}

/** What waits, and when it goes; under a hold or offline by choice it does not, and no time is promised. */
function Outbox({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation('shell')
  const { moment } = useFormats()
  const now = useNow()
  const { waiting, withoutYes, atNetwork, soughtThere, movingThere, needsAttention, nextDueAt } = useStudio((state) => state.counts.get(workspace.id)) ?? emptyCounts
  const keptBy = useKeptBy(workspace.id)
  // After a copy was put back, nobody knows yet whether they are there.
  const isInDoubt = useStudio(({ holds }) => holds.some((hold) => hold.workspaceId === workspace.id && hold.restored !== null))
  const there = isInDoubt ? 0 : atNetwork
  const sought = isInDoubt ? atNetwork + soughtThere : soughtThere
  const going = Math.max(0, waiting - withoutYes)

  function next(): string {
    if (going === 0) return ''
    if (keptBy !== null) return t(keptBy === 'hold' ? 'status.onHold' : 'status.keptOffline')
    return nextDueAt === null ? '' : t('status.nextAt', { when: moment(nextDueAt, now, workspace.timeZone) })
  }

  return (
    <a className={styles.link} href={formatRoute(routeTo('outbox', workspace.id))} draggable={false}>
      <span>{waiting === 0 ? t('status.nothingWaiting') : t('status.waiting', { count: waiting })}</span>
      {next() === '' ? null : (
        <span className={styles.next} data-kept={keptBy === null ? undefined : ''}>
          {next()}
        </span>
      )}
      {withoutYes === 0 ? null : <span className={styles.kept}>{t('status.withoutYes', { count: withoutYes })}</span>}
      {there === 0 ? null : <span>{t('status.atNetwork', { count: there })}</span>}
      {movingThere === 0 ? null : <span className={styles.kept}>{t('status.movingThere', { count: movingThere })}</span>}
      {sought === 0 ? null : <span>{t('status.soughtAtNetwork', { count: sought })}</span>}
      {needsAttention === 0 ? null : (
        <span className={styles.attention}>
          <TriangleAlert {...smallIconProps} size={12} />
          {t('status.attention', { count: needsAttention })}
        </span>
      )}
    </a>
  )
}

/** What asks at other clients, counted apart from this one's. */
function Elsewhere({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation('shell')
  const asking = useAskingElsewhere(workspace.id)
  const first = asking[0]
  if (first === undefined) return null
  return (
    <a className={styles.link} href={formatRoute(routeTo('outbox', first.workspaceId))} draggable={false}>
      <span className={styles.attention}>
        <TriangleAlert {...smallIconProps} size={12} />
        {asking.length === 1 ? t('status.askingAt', { count: first.count, client: first.name }) : t('status.askingElsewhere', { count: totalOf(asking) })}
      </span>
    </a>
  )
}

function LastSaved({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation('shell')
  const { recent } = useFormats()
  const now = useNow()
  const savedAt = useStudio((state) => state.lastSavedAt.get(workspace.id))
  if (savedAt === undefined) return null
  return (
    <span className={styles.item} role="status">
      {t('status.saved', { when: recent(savedAt, Math.max(now, savedAt)) })}
    </span>
  )
}
