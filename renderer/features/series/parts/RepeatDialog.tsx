import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { rulesOfDay } from '../../../../shared/series/occurrences.ts'
import type { RecurrenceRule, Series, SeriesEnd } from '../../../../shared/series/series.ts'
import { Button } from '../../../components/Button.tsx'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { zoneName } from '../../../language/zone-name.ts'
import { OtherClientLine } from '../../../shell/OtherClientLine.tsx'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { useOtherClient } from '../../../shell/use-other-client.ts'
import { daysOf, endOf, formFor, withStart, type RepeatForm, weeklyRule } from '../repeat-form.ts'
import { useSeriesWords } from '../series-words.ts'
import { TwiceQuestion } from './TwiceQuestion.tsx'
import styles from './RepeatDialog.module.css'

export interface RepeatDialogProps {
  readonly workspaceId: string
  /** The wall-clock time of the post. */
  readonly localDateTime: string
  readonly timeZone: string
  /** The series that is changed; null: a new one. */
  readonly series: Series | null
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly accounts: readonly Account[]
  /** Gives what has to be asked before, as an error; true: the same words are meant twice. */
  readonly onConfirm: (repetition: { rule: RecurrenceRule; end: SeriesEnd }, localDateTime: string, isRepeatMeant: boolean) => Promise<StudioError | null>
}

/** From when, on which days, and until when; what that means is said in one sentence before anything is scheduled. */
export function RepeatDialog({ workspaceId, localDateTime, timeZone, series, isBusy, accounts, onClose, onConfirm }: RepeatDialogProps): React.JSX.Element {
  const { t } = useTranslation(['series', 'components', 'composer'])
  const words = useSeriesWords()
  const [form, setForm] = useState(() => formFor(localDateTime, series))
  const end = endOf(form)
  const localTime = form.start.slice(11)
  const { all, skipped, doubled } = daysOf(timeZone, form)
  const lack = form.start === '' ? t('dialog.noStart') : end === null ? t('dialog.noEnd') : all.length === 0 ? t('dialog.none') : null
  const otherClient = useOtherClient(workspaceId)
  const client = useWorkspace(workspaceId)?.name ?? ''
  const [isAsking, setAsking] = useState(false)
  const [twice, setTwice] = useState<StudioError | null>(null)
  const today = toLocalDateTime(useNow(), timeZone).slice(0, 10)

  async function confirm(isRepeatMeant = false): Promise<void> {
    setAsking(false)
    setTwice(null)
    if (end !== null) setTwice(await onConfirm({ rule: form.rule, end }, form.start, isRepeatMeant))
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(series === null ? 'dialog.title' : 'dialog.changeTitle')}
      description={t(series === null ? 'dialog.text' : 'dialog.changeText')}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button variant="primary" busy={isBusy} disabled={lack !== null} onClick={() => (series === null && otherClient !== null ? setAsking(true) : void confirm())}>
            {t(series === null ? 'dialog.start' : 'dialog.change')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <DateTimeField label={t(series === null ? 'dialog.first' : 'dialog.thisOne')} hint={t('dialog.zone', { zone: zoneName(timeZone) })} value={form.start} today={today} onChange={(start) => setForm(withStart(form, start))} />
        <RuleFields localDateTime={form.lastStart} rule={form.rule} onChange={(rule) => setForm({ ...form, rule })} />
        <EndFields form={form} today={today} onChange={setForm} />
        <div className={styles.sentence}>
          <p role="status">{lack ?? (end !== null && t('repeats', { plan: words.plan({ rule: form.rule, localTime, end, timeZone, startDate: '' }, timeZone) }))}</p>
          <NextDays days={all} localTime={localTime} />
        </div>
        {skipped.length > 0 && <p className={styles.remark}>{t('dialog.skipped', { days: words.days(skipped) })}</p>}
        {doubled.length > 0 && <p className={styles.remark}>{t('dialog.doubled', { days: words.days(doubled) })}</p>}
        <ConfirmDialog
          open={isAsking}
          onOpenChange={() => setAsking(false)}
          cautious
          title={t('composer:confirmAt.title', { client })}
          text={<OtherClientLine workspaceId={workspaceId} last={otherClient ?? ''} />}
          confirmLabel={t('dialog.start')}
          onConfirm={() => void confirm()}
        />
        <TwiceQuestion accounts={accounts} timeZone={timeZone} error={twice} onMeant={() => void confirm(true)} onLeave={() => setTwice(null)} />
      </div>
    </Dialog>
  )
}

const shownDays = 3

/** The first few by name, and how many there are in all. */
function NextDays({ days, localTime }: { readonly days: readonly string[]; readonly localTime: string }): React.JSX.Element | null {
  const { t } = useTranslation('series')
  const words = useSeriesWords()
  const last = days.at(-1)
  if (last === undefined) return null
  return (
    <ol className={styles.days} aria-label={t('dialog.next')}>
      {days.slice(0, shownDays).map((date) => (
        <li key={date}>{words.longDay(date, localTime)}</li>
      ))}
      {days.length > shownDays && <li className={styles.more}>{t('dialog.more', { count: days.length - shownDays, date: words.longDay(last, localTime) })}</li>}
    </ol>
  )
}

function RuleFields({ localDateTime, rule, onChange }: { readonly localDateTime: string; readonly rule: RecurrenceRule; readonly onChange: (rule: RecurrenceRule) => void }): React.JSX.Element {
  const { t } = useTranslation('series')
  const words = useSeriesWords()
  const offered = rulesOfDay(localDateTime.slice(0, 10))
  // The series' own rule stays on offer, also on a day that was moved.
  const rules = isWeekly(rule) || offered.some((one) => JSON.stringify(one) === JSON.stringify(rule)) ? offered : [...offered, rule]
  const keyOf = (one: RecurrenceRule): string => (isWeekly(one) ? weekKey(intervalOf(one)) : JSON.stringify(one))
  const weekdays = isWeekly(rule) ? rule.weekdays : (offered.find(isWeekly)?.weekdays ?? [1])
  const from = rule.every === 'weeks' ? rule.from : localDateTime.slice(0, 10)
  const choices = [...rules.filter((one) => !isWeekly(one)), ...intervals(rule).map((interval) => weeklyRule(interval, weekdays, from))]
  return (
    <>
      <Select
        label={t('dialog.rule')}
        value={keyOf(rule)}
        onChange={(key) => onChange(choices.find((one) => keyOf(one) === key) ?? rule)}
        options={choices.toSorted(shortestFirst).map((one) => ({ value: keyOf(one), label: isWeekly(one) ? t(one.every === 'week' ? 'dialog.weekly' : 'dialog.weeks', { interval: intervalOf(one) }) : words.rule(one, localDateTime.slice(11)) }))}
      />
      {isWeekly(rule) && <Weekdays chosen={rule.weekdays} onChange={(chosen) => onChange({ ...rule, weekdays: chosen })} />}
    </>
  )
}

type WeeklyRule = Extract<RecurrenceRule, { every: 'week' | 'weeks' }>

function isWeekly(rule: RecurrenceRule): rule is WeeklyRule {
  return rule.every === 'week' || rule.every === 'weeks'
}

function intervalOf(rule: WeeklyRule): number {
  return rule.every === 'week' ? 1 : rule.interval
}

const weekKey = (interval: number): string => `week ${interval}`

/** Those on offer, and the one that a series has. */
function intervals(rule: RecurrenceRule): readonly number[] {
  return [...new Set([1, 2, 3, 4, ...(isWeekly(rule) ? [intervalOf(rule)] : [])])]
}

/** Days, then weeks, then months. */
function shortestFirst(one: RecurrenceRule, other: RecurrenceRule): number {
  const rank = (rule: RecurrenceRule): number => (rule.every === 'day' ? 0 : isWeekly(rule) ? intervalOf(rule) : 100)
  return rank(one) - rank(other)
}

const isoDays = [1, 2, 3, 4, 5, 6, 7]

function Weekdays({ chosen, onChange }: { readonly chosen: readonly number[]; readonly onChange: (weekdays: number[]) => void }): React.JSX.Element {
  const { t } = useTranslation('series')
  const words = useSeriesWords()
  return (
    <fieldset className={styles.weekdays}>
      <legend>{t('dialog.weekdays')}</legend>
      {isoDays.map((day) => (
        <Checkbox
          key={day}
          label={words.weekday(day)}
          checked={chosen.includes(day)}
          // The last one stays: a series of no days is none.
          disabled={chosen.length === 1 && chosen.includes(day)}
          onChange={(checked) => onChange(checked ? [...chosen, day] : chosen.filter((other) => other !== day))}
        />
      ))}
    </fieldset>
  )
}

function EndFields({ form, today, onChange }: { readonly form: RepeatForm; readonly today: string; readonly onChange: (form: RepeatForm) => void }): React.JSX.Element {
  const { t } = useTranslation('series')
  return (
    <>
      <div>
        <p className={styles.label}>{t('dialog.endKind')}</p>
        <SegmentedControl
          label={t('dialog.endKind')}
          value={form.endKind}
          onChange={(endKind) => onChange({ ...form, endKind })}
          segments={[
            { value: 'until', label: t('dialog.until') },
            { value: 'count', label: t('dialog.count') }
          ]}
        />
      </div>
      {form.endKind === 'until' ? (
        <DateTimeField kind="date" label={t('dialog.lastDay')} value={form.until} today={today} onChange={(until) => onChange({ ...form, until })} />
      ) : (
        <TextField type="number" min={1} max={500} label={t('dialog.number')} value={form.count} onChange={(count) => onChange({ ...form, count })} />
      )}
    </>
  )
}
