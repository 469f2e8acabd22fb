import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/contract/result.ts'
import type { HeldScope } from '../../../shared/contract/studio.contract.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { navigate } from '../../shell/route-store.ts'
import { OtherClientLine } from '../../shell/OtherClientLine.tsx'
import { saveSettings, useStudio } from '../../shell/studio-store.ts'
import { useLastClient } from '../../shell/use-other-client.ts'
import { suggestedTime } from '../composer/schedule-choice.ts'
import { clientsSending, decisionsByClient, type HeldEntry } from './held-entries.ts'
import { HeldActsForAll } from './HeldActsForAll.tsx'
import { HeldLine } from './HeldLine.tsx'
import { namesOf } from './names-of.ts'
import { countCalledBack } from './posts-at-network.ts'
import { useHeldEntries } from './use-held-entries.ts'
import styles from './safety.module.css'

export interface LiftDialogProps {
  readonly hold: HeldScope
  readonly onClose: () => void
}

/** Where the removal of the client was interrupted, to lift its hold is to say that it stays. */
function useWords({ workspaceId, removal }: HeldScope): { readonly title: string; readonly texts: readonly string[]; readonly confirm: string } {
  const { t } = useTranslation('safety')
  const client = useStudio((state) => state.workspaces.find(({ id }) => id === workspaceId))
  if (removal === undefined || client === undefined) return { title: t('lift.title'), texts: [], confirm: t('lift.confirm') }
  return { title: t('lift.keepTitle', { client: client.name }), texts: [t('lift.keepText')], confirm: t('lift.keepConfirm') }
}

/** Lifts the hold and decides, in the same breath, what becomes of everything whose time has passed. */
export function LiftDialog({ hold, onClose }: LiftDialogProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'components'])
  const workspaces = useStudio((state) => state.workspaces)
  const holds = useStudio((state) => state.holds)
  // What a client's own hold keeps stays kept when that of all is lifted.
  const concerned = hold.workspaceId === null ? workspaces.filter(({ id }) => !holds.some((other) => other.workspaceId === id)).map(({ id }) => id) : [hold.workspaceId]
  const words = useWords(hold)
  const held = useHeldEntries(concerned)
  const entries = held?.entries ?? null
  const last = useLastClient()
  const [isAsking, setAsking] = useState(false)
  const [fates, setFates] = useState<ReadonlyMap<string, HeldFate>>(new Map())
  const [isBusy, setBusy] = useState(false)
  const free = (entries ?? []).filter(({ stop }) => stop === null)
  // The hold's end does not let them go: each may wait for its decision in the outbox.
  const stopped = (entries ?? []).filter(({ stop }) => stop !== null)
  // What changes or deletes something there is decided one by one: “publish all” would not say so.
  const ofWords = free.filter(({ kind }) => isOfWords(kind))
  const open = free.filter(({ key }) => !fates.has(key))

  const choose = (key: string, fate: HeldFate): void => setFates((known) => new Map(known).set(key, fate))
  const chooseForAll = (keys: readonly string[], fate: HeldFate): void => setFates((known) => new Map([...known, ...keys.map((key) => [key, fate] as const)]))
  const zoneOf = ({ workspaceId }: HeldEntry): string => workspaces.find(({ id }) => id === workspaceId)?.timeZone ?? 'UTC'

  // As the composer asks: what leaves at the press of a button, as another client than the last one.
  const sending = clientsSending(entries ?? [], fates)
  const others = last === null ? [] : sending.filter((id) => id !== last.id)

  async function handleLift(): Promise<void> {
    setAsking(false)
    setBusy(true)
    const lifted: Result<{ readonly troubled?: readonly string[] }> = await (hold.workspaceId === null ? studio.request('studio.lift', {}) : studio.request('safety.lift', { workspaceId: hold.workspaceId }))
    if (!lifted.ok) {
      setBusy(false)
      return showFailure(lifted.error)
    }
    for (const [workspaceId, decisions] of decisionsByClient(entries ?? [], fates)) {
      const decided = await studio.request('safety.decideHeld', { workspaceId, decisions: [...decisions] })
      // Still held, and still asked about in the outbox.
      if (!decided.ok) showFailure(decided.error, workspaceId)
      else if (sending.includes(workspaceId)) void saveSettings({ lastPublishingWorkspaceId: workspaceId })
    }
    onClose()
    openToEdit(stopped.filter(({ key }) => fates.get(key)?.kind === 'edit'))
    const troubled = namesOf(workspaces, lifted.value.troubled ?? [])
    if (troubled !== '') showToast({ kind: 'warning', title: t('lift.troubled', { clients: troubled }), detail: t('lift.troubledText'), duration: 0 })
    const calledBack = await countCalledBack(concerned)
    showToast({ kind: 'success', title: t('lift.done'), detail: calledBack > 0 ? `${t('lift.doneText')} ${t('lift.calledBack', { count: calledBack })}` : t('lift.doneText') })
  }

  const lineOf = (entry: HeldEntry): React.JSX.Element => (
    <HeldLine
      key={entry.key}
      entry={entry}
      client={hold.workspaceId === null ? workspaces.find(({ id }) => id === entry.workspaceId) : undefined}
      accounts={(held?.accounts ?? []).filter(({ id }) => entry.accountIds.includes(id))}
      timeZone={zoneOf(entry)}
      fate={fates.get(entry.key) ?? null}
      suggested={() => suggestedTime(currentInstant(), zoneOf(entry))}
      onChoose={(fate) => choose(entry.key, fate)}
    />
  )

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={words.title}
      description={[...words.texts, entries === null || free.length > 0 ? t('lift.text') : t(stopped.length > 0 ? 'lift.onlyStopped' : 'lift.nothing')].join(' ')}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button variant="primary" busy={isBusy} disabled={entries === null || open.length > 0} onClick={() => (others.length === 0 ? void handleLift() : setAsking(true))}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {entries === null && <LoadingState rows={3} />}
      {ofWords.length > 1 && <ForAll label={t(ofWords.length === free.length ? 'lift.forAll' : 'lift.forAllOfWords')} onChoose={(fate) => chooseForAll(ofWords.map(({ key }) => key), fate)} />}
      <HeldActsForAll entries={free} onChoose={chooseForAll} />
      {free.length > 0 && <ul className={styles.held}>{free.map(lineOf)}</ul>}
      {stopped.length > 0 && <Stopped count={stopped.length}>{stopped.map(lineOf)}</Stopped>}
      <OtherClientsQuestion open={isAsking} others={others} last={last?.name ?? ''} onOpenChange={setAsking} onConfirm={() => void handleLift()} />
    </Dialog>
  )
}

interface OtherClientsQuestionProps {
  readonly open: boolean
  readonly others: readonly string[]
  readonly last: string
  readonly onOpenChange: (open: boolean) => void
  readonly onConfirm: () => void
}

function OtherClientsQuestion({ open, others, last, onOpenChange, onConfirm }: OtherClientsQuestionProps): React.JSX.Element {
  const { t } = useTranslation('safety')
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('lift.otherClient')}
      text={
        <span className={styles.form}>
          {others.map((id) => (
            <OtherClientLine key={id} workspaceId={id} last={last} />
          ))}
        </span>
      }
      confirmLabel={t('lift.confirm')}
      onConfirm={onConfirm}
    />
  )
}

function ForAll({ label, onChoose }: { readonly label: string; readonly onChoose: (fate: HeldFate) => void }): React.JSX.Element {
  const { t } = useTranslation('safety')
  return (
    <div className={styles.forAll} role="group" aria-label={label}>
      <span>{label}</span>
      <Button size="small" onClick={() => onChoose({ kind: 'publish_now' })}>
        {t('lift.fate.publish_now')}
      </Button>
      <Button size="small" onClick={() => onChoose({ kind: 'drop' })}>
        {t('lift.fate.drop')}
      </Button>
    </div>
  )
}

/** What the client's answer keeps, hold or no hold. */
function Stopped({ count, children }: { readonly count: number; readonly children: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation('safety')
  return (
    <section className={styles.stopped} aria-labelledby="held-stopped">
      <h3 id="held-stopped">{t('lift.stopped', { count })}</h3>
      <p className={styles.quiet}>{t('lift.stoppedText')}</p>
      <ul className={styles.held}>{children}</ul>
    </section>
  )
}

/** One that is to be edited is opened; several stand in the calendar as drafts. */
function openToEdit([entry, ...others]: readonly HeldEntry[]): void {
  if (entry?.subject.kind === 'post' && others.length === 0) navigate({ screen: 'compose', workspaceId: entry.workspaceId, postId: entry.subject.postId, at: null })
}
