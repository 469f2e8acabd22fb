import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { MissedFate } from '../../../../shared/outbox/missed-decision.ts'
import type { HeldFate } from '../../../../shared/safety/hold.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { Button } from '../../../components/Button.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { OtherClientLine } from '../../../shell/OtherClientLine.tsx'
import { useOtherClient } from '../../../shell/use-other-client.ts'
import { suggestedTime } from '../../composer/schedule-choice.ts'
import { HeldLine } from '../../safety/HeldLine.tsx'
import safety from '../../safety/safety.module.css'
import type { MissedEntry } from './missed-entries.ts'
import { MissedForAll } from './MissedForAll.tsx'
import { MissedRefused } from './MissedRefused.tsx'
import type { Refused } from './decide-in-pieces.ts'
import { useDecideMissed } from './use-decide-missed.ts'

export interface MissedDialogProps {
  readonly workspaceId: string
  readonly timeZone: string
  /** As the person saw them when they pressed: what changes while the dialog stands is refused by the engine, and said. */
  readonly entries: readonly MissedEntry[]
  readonly accounts: readonly Account[]
  /** What is chosen for all to begin with; null: nothing. */
  readonly preset: MissedFate['kind'] | null
  readonly onClose: () => void
}

/** What becomes of posts whose time has passed, each on all its accounts, in one go. */
export function MissedDialog({ workspaceId, timeZone, entries: given, accounts, preset, onClose }: MissedDialogProps): React.JSX.Element {
  const { t } = useTranslation(['queue', 'components'])
  const [entries] = useState(given)
  const suggested = (): string => suggestedTime(currentInstant(), timeZone)
  const fateOf = (kind: MissedFate['kind']): MissedFate => (kind === 'move' ? { kind, localDateTime: suggested() } : { kind })
  const [fates, setFates] = useState<ReadonlyMap<string, HeldFate>>(() => (preset === null ? new Map() : allWith(entries, fateOf(preset))))
  const [isAsking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Refused>([])
  const { isBusy, decide } = useDecideMissed(workspaceId)
  const lastClient = useOtherClient(workspaceId)
  const chosen = entries.filter(({ key }) => fates.has(key))
  const sends = chosen.some(({ key }) => fates.get(key)?.kind === 'publish_now')

  async function carryOut(isRepeatMeant = false): Promise<void> {
    setAsking(false)
    const open = isRepeatMeant ? onlyRepeats(entries, refused) : entries
    const left = await decide(open, fates, isRepeatMeant)
    if (left === null) return
    if (left.length === 0) return onClose()
    setRefused(left)
  }

  if (refused.length > 0) return <MissedRefused entries={entries} accounts={accounts} refused={refused} isBusy={isBusy} onClose={onClose} onMeant={() => void carryOut(true)} />
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={entries.length === 1 ? t('missed.titleOne', { count: entries[0]?.accountIds.length ?? 0 }) : t('missed.title')}
      description={t('missed.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button variant="primary" busy={isBusy} disabled={chosen.length === 0} onClick={() => (sends && lastClient !== null ? setAsking(true) : void carryOut())}>
            {t('missed.confirm', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {entries.length > 1 && <MissedForAll timeZone={timeZone} suggested={suggested} onChoose={(fate) => setFates(allWith(entries, fate))} />}
      <ul className={safety.held}>
        {entries.map((entry) => (
          <HeldLine
            key={entry.key}
            entry={entry}
            client={undefined}
            accounts={accounts.filter(({ id }) => entry.accountIds.includes(id))}
            timeZone={timeZone}
            fate={fates.get(entry.key) ?? null}
            suggested={suggested}
            onChoose={(fate) => setFates((known) => new Map(known).set(entry.key, fate))}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('missed.otherClient')}
        text={<OtherClientLine workspaceId={workspaceId} last={lastClient ?? ''} />}
        confirmLabel={t('missed.confirm', { count: chosen.length })}
        onConfirm={() => void carryOut()}
      />
    </Dialog>
  )
}

function allWith(entries: readonly MissedEntry[], fate: HeldFate): ReadonlyMap<string, HeldFate> {
  return new Map(entries.map(({ key }) => [key, fate]))
}

/** Of what was refused only what the person can say is meant. */
function onlyRepeats(entries: readonly MissedEntry[], refused: Refused): readonly MissedEntry[] {
  const repeats = new Set(refused.flatMap(({ jobId, error }) => (error.code === 'repeat_needs_confirmation' ? [jobId] : [])))
  return entries.flatMap((entry) => {
    const jobs = entry.jobs.filter(({ jobId }) => repeats.has(jobId))
    return jobs.length === 0 ? [] : [{ ...entry, jobs }]
  })
}
