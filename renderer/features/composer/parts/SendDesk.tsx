import { memo, useCallback, useState } from 'react'
import type { Account } from '../../../../shared/accounts/account.ts'
import { reachOfAccounts } from '../../../../shared/accounts/reach-of-accounts.ts'
import { earlierNo, standingNo, type Approval } from '../../../../shared/posts/approval.ts'
import { checkOccasionHours, type OccasionThere } from '../../../../shared/posts/check-occasion.ts'
import { checkAccess } from '../../../../shared/posts/check-access.ts'
import { hasStop } from '../../../../shared/posts/check-post.ts'
import type { PostProblem } from '../../../../shared/posts/post-problem.ts'
import { resolveLocalTime } from '../../../../shared/schedule/local-time.ts'
import type { Variable } from '../../../../shared/snippets/variables.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { useUnhurried } from '../../../components/use-unhurried.ts'
import { useLeavingPost } from '../../../shell/leaving-store.ts'
import { navigate } from '../../../shell/route-store.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import { useStudio, useWorkspace } from '../../../shell/studio-store.ts'
import { useOtherClient } from '../../../shell/use-other-client.ts'
import { useNow } from '../../../shell/use-now.ts'
import { isEditable, type PostFacts } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { useContentProblems } from '../content-problems.ts'
import { canFitAlone, fitFor, fitPicture, fitPictureAlone } from '../swap-picture.ts'
import { sendingObstacle, timeProblem } from '../sending-obstacle.ts'
import { useSendCommands } from '../use-send-commands.ts'
import { findRepeatsNow, useRepeats } from '../use-repeats.ts'
import { useSending, type Sending, type SendingOptions, type SendOutcome } from '../use-sending.ts'
import { usePostCost, type PostCosts, type Priced } from '../../costs/use-post-cost.ts'
import { CostLine } from '../../costs/CostLine.tsx'
import { jumpToProblem, jumpToTime } from '../jump/jump-to-problem.ts'
import { stopOf } from '../stop-of.ts'
import { ApprovalPanel } from './ApprovalPanel.tsx'
import { ByHandLine, isAllByHand } from './ByHandLine.tsx'
import { CheckList, nameOfProblem, type CheckListProps } from './CheckList.tsx'
import { FilmFix } from './FilmFix.tsx'
import { Outcome } from './Outcome.tsx'
import { ScheduleBar } from './ScheduleBar.tsx'
import { AheadLine } from '../../series/parts/AheadLine.tsx'
import { SendQuestion, type SendQuestionFacts } from './SendQuestion.tsx'
import { openExternal } from '../../../shell/studio-actions.ts'

export interface SendDeskProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly store: ComposerStore
  readonly post: PostFacts
  readonly accounts: readonly Account[]
  /** All that the post is to go to, also those that are gone. */
  readonly targetIds: readonly string[]
  readonly occasions: readonly OccasionThere[]
  /** Of a new post that nothing was written in nothing is said. */
  readonly isUntouched: boolean
  /** What is written cannot go out like this. */
  readonly isStopped: boolean
  readonly priced: Priced
  readonly filesByHand: number
  /** Accounts to which the post goes under terms. */
  readonly directIds: readonly string[]
  /** What each account would send, as JSON, as of the last time that nobody typed for a while; null before. */
  readonly texts: string | null
  /** What stands between braces, and is to go out as it is written. */
  readonly gapsMeant: readonly Variable[]
  readonly onLeaveGap: (gap: Variable) => void
}

/** When a post leaves, and what is asked before; afterwards the outcome. No key that leaves its answers as they are draws it again: measured, npm run bench. */
export const SendDesk = memo(function SendDesk(props: SendDeskProps): React.JSX.Element {
  const { workspaceId, timeZone, store, post, accounts, targetIds, isUntouched, isStopped, priced, filesByHand, directIds, gapsMeant, onLeaveGap } = props
  const [question, setQuestion] = useState<SendQuestionFacts | null>(null)
  const otherClient = useOtherClient(workspaceId)
  const { sending, isLeaving } = useCountedSending({ workspaceId, store, post, targetIds, timeZone })
  const cost = usePostCost(workspaceId, priced, sending)
  const { problems, ofWaiting, repeats, needsApproval, isOccasionOver } = useProblems(props, sending, cost)
  const canEdit = isEditable(post)
  const foot = footOf(canEdit, isLeaving, sending)
  const targets = targetIds.flatMap((id) => accounts.find((account) => account.id === id) ?? [])
  const reach = reachOfAccounts(useStudio(({ connectivity }) => connectivity.state), targets)
  const chosen = { time: sending.time, timeZone: sending.timeZone, isSecond: sending.isSecond, now: useNow(), isOccasionOver }
  const obstacle = sendingObstacle(chosen, isStopped || hasStop(problems), sending.scheduledFor, sending.wasSecond)

  /** It stands at once; that the same text is out is known for the chosen time, and for now a moment later. */
  function askNow(): void {
    setQuestion({ how: 'now', lastClient: otherClient, repeatOn: accountsOf(repeats.filter(({ details }) => Math.abs(Number(details['at']) - currentInstant()) < dayMs)) })
    const open = store.state.getState()
    if (open.kind !== 'ready') return
    void findRepeatsNow(workspaceId, open, currentInstant()).then((repeatOn) => repeatOn.length > 0 && setQuestion((asked) => (asked?.how === 'now' ? { ...asked, repeatOn } : asked)))
  }

  /** Moving what is scheduled asks nothing; a first time asks when there is something to ask. */
  async function schedule(): Promise<SendOutcome> {
    const facts = { how: 'at', lastClient: otherClient, repeatOn: accountsOf(repeats) } as const
    if (sending.isWaiting || (facts.lastClient === null && facts.repeatOn.length === 0)) return send(facts)
    setQuestion(facts)
    return 'done'
  }

  async function send({ how, lastClient, repeatOn }: SendQuestionFacts): Promise<SendOutcome> {
    setQuestion(null)
    const isMeant = repeatOn.length > 0
    const outcome = await (how === 'now' ? sending.publishNow(isMeant, gapsMeant) : sending.schedule(isMeant, gapsMeant))
    // Found out only by the engine, at the time that counts.
    if (typeof outcome === 'object') setQuestion({ how, lastClient, repeatOn: [outcome.repeatOn] })
    return outcome
  }

  const stays = { isByHand: isAllByHand(targets), isOnHold: useKeptBy(workspaceId) === 'hold', isStopped: stopOf(post.approval, needsApproval) !== null }
  useSendCommands({ sending: { ...sending, schedule }, reach, canEdit, ...stays, obstacle, onPublishNow: askNow, onSave: () => void store.flush() })

  return (
    <>
      {((needsApproval && post.status !== 'removed') || post.approval.kind !== 'none') && post.revision > 0 && <ApprovalPanel workspaceId={workspaceId} timeZone={timeZone} store={store} post={post} needsYes={needsApproval} />}
      {canEdit && !isUntouched && <Checks workspaceId={workspaceId} store={store} others={problems} accounts={accounts} timeZone={timeZone} timeProblem={timeProblem(chosen)} isOnHold={stays.isOnHold} onShow={showIn(store)} onShowTime={jumpToTime} onLeaveGap={onLeaveGap} />}
      {!canEdit && sending.isWaiting && ofWaiting.length > 0 && <CheckList problems={ofWaiting} accounts={accounts} timeZone={timeZone} timeProblem={null} onShow={showIn(store)} onShowTime={jumpToTime} />}
      {canEdit && <CostLine cost={cost} />}
      {(canEdit || sending.isWaiting) && <ByHandLine accounts={targets} files={filesByHand} directIds={directIds} />}
      <AheadLine
        workspaceId={workspaceId}
        timeZone={timeZone}
        postId={post.postId}
        jobs={post.jobs}
        accounts={accounts}
        localDateTime={sending.time}
        canSchedule={canEdit && obstacle === null}
        isWaiting={sending.isWaiting && !sending.isAsking}
        isStopped={stays.isStopped}
        savedRevision={() => savedRevision(store)}
      />
      {foot.hasOutcome && <Sent workspaceId={workspaceId} timeZone={timeZone} post={post} accounts={accounts} onGoOn={() => (otherClient === null ? void sending.publishNow() : askNow())} />}
      {foot.hasBar && (
        <ScheduleBar obstacle={obstacle} sending={{ ...sending, schedule }} reach={reach} {...stays} onPublishNow={askNow} />
      )}
      <SendQuestion
        workspaceId={workspaceId}
        question={question}
        cost={cost}
        accounts={targets}
        when={sending.when}
        onClose={() => setQuestion(null)}
        onConfirm={(facts) => void send(facts)}
      />
    </>
  )
})

/** Of what asks because its time has passed: how each account stands, and the way to another time. */
function footOf(canEdit: boolean, isLeaving: boolean, { isWaiting, isAsking }: Sending): { readonly hasOutcome: boolean; readonly hasBar: boolean } {
  const hasBar = !isLeaving && (canEdit || isWaiting)
  return { hasOutcome: !isLeaving && (isAsking || !hasBar), hasBar }
}

const dayMs = 86_400_000

function accountsOf(repeats: readonly PostProblem[]): readonly string[] {
  return [...new Set(repeats.flatMap(({ accountId }) => accountId ?? []))]
}

function showIn(store: ComposerStore): CheckListProps['onShow'] {
  return (problem) => jumpToProblem(store, problem)
}

interface ChecksProps extends Omit<CheckListProps, 'problems' | 'canFit' | 'onFit' | 'renderFilmFix'> {
  readonly workspaceId: string
  readonly store: ComposerStore
  /** What has nothing to do with what is written. */
  readonly others: readonly PostProblem[]
}

/** All that the checks say. Figures in their words change with every key, and may come a moment after it; what there is to say comes with it. */
function Checks({ others, ...rest }: ChecksProps): React.JSX.Element {
  const now = useContentProblems()
  const before = useUnhurried(now)
  return <AllChecks {...rest} ofContent={isSameButFigures(now, before) ? before : now} others={others} />
}

function isSameButFigures(some: readonly PostProblem[], others: readonly PostProblem[]): boolean {
  return some === others || some.map(nameOfProblem).join('\n') === others.map(nameOfProblem).join('\n')
}

const AllChecks = memo(function AllChecks({ workspaceId, store, ofContent, others, ...rest }: ChecksProps & { readonly ofContent: readonly PostProblem[] }): React.JSX.Element {
  const renderFilmFix = useCallback((mediaId: string) => <FilmFix key={mediaId} workspaceId={workspaceId} store={store} mediaId={mediaId} />, [workspaceId, store])
  return <CheckList {...rest} problems={[...ofContent, ...others]} canFit={(mediaId, accountId) => canFit(store, mediaId, accountId)} onFit={(mediaId, accountId) => (accountId === null ? fitPicture(workspaceId, store, mediaId) : fitPictureAlone(workspaceId, store, mediaId, accountId))} renderFilmFix={renderFilmFix} />
})

function canFit(store: ComposerStore, mediaId: string, accountId: string | null): boolean {
  const now = store.state.getState()
  return now.kind === 'ready' && (accountId === null ? fitFor(now, mediaId) !== null : canFitAlone(now, mediaId, accountId))
}

function Sent({ workspaceId, timeZone, post, accounts, onGoOn }: Pick<SendDeskProps, 'workspaceId' | 'timeZone' | 'post' | 'accounts'> & { readonly onGoOn: () => void }): React.JSX.Element {
  return (
    <Outcome
      workspaceId={workspaceId}
      jobs={post.jobs}
      covers={post.covers}
      accounts={accounts}
      timeZone={timeZone}
      onOpen={(url) => void openExternal(url)}
      onShowOutbox={(jobId) => navigate({ screen: 'outbox', workspaceId, jobId })}
      {...(post.status === 'partly_published' ? { onGoOn } : {})}
    />
  )
}

/** What leaves within seconds has no time to wait for any more, nor one to change: its countdown says all there is. */
function useCountedSending(options: SendingOptions): { readonly sending: Sending; readonly isLeaving: boolean } {
  const sending = useSending(options)
  const isLeaving = useLeavingPost(options.post.postId) !== null && options.post.status === 'scheduled'
  return { sending: isLeaving ? { ...sending, isWaiting: false } : sending, isLeaving }
}

/** Everything typed is saved first; null when that failed. */
async function savedRevision(store: ComposerStore): Promise<number | null> {
  await store.flush()
  const now = store.state.getState()
  return now.kind === 'ready' && now.post.save.kind !== 'failed' ? now.post.revision : null
}

const overCap: PostProblem = { severity: 'stop', code: 'over_cap', accountId: null, details: {} }
/** What the client's answer has against it. Words that were edited since a no are nothing to be green about. */
function lacksOf(approval: Approval, needsApproval: boolean): readonly PostProblem[] {
  if (standingNo(approval) !== null) return [refusedByClient]
  if (needsApproval && approval.kind !== 'approved') return [approvalMissing]
  const before = earlierNo(approval)
  if (before === null) return []
  return [{ severity: 'warn', code: 'edited_since_no', accountId: null, details: before.saidAt === undefined ? {} : { at: before.saidAt } }]
}

const refusedByClient: PostProblem = { severity: 'stop', code: 'refused_by_client', accountId: null, details: {} }
const approvalMissing: PostProblem = { severity: 'stop', code: 'approval_missing', accountId: null, details: {} }

interface FoundProblems {
  /** All but those of what is written. */
  readonly problems: readonly PostProblem[]
  /** What is still said of a post whose words are fixed. */
  readonly ofWaiting: readonly PostProblem[]
  readonly repeats: readonly PostProblem[]
  readonly needsApproval: boolean
  /** Of a draft: by the chosen time, and not yet. What waits is moved by the engine, which says why it is not. */
  readonly isOccasionOver: boolean
}

/** What the checks say of the time, the approval, and of where else the text goes. */
function useProblems({ workspaceId, post, accounts, targetIds, occasions, texts }: SendDeskProps, { time, timeZone }: Sending, cost: PostCosts | null): FoundProblems {
  const repeats = useRepeats(workspaceId, post, texts, time, timeZone)
  const needsApproval = useWorkspace(workspaceId)?.safety.approval === 'needed'
  const lacks = lacksOf(post.approval, needsApproval)
  const now = useNow()
  const accessProblems = checkAccess(accountsSentFromHere(post, targetIds), accounts, { dueAt: instantOf(time, timeZone), now })
  const overAt = (dueAt: number | null): readonly PostProblem[] => checkOccasionHours(occasions, { dueAt, now, timeZone })
  const [overNow, overThen] = [overAt(null), overAt(instantOf(time, timeZone))]
  // Over by then is a matter of the time; that it may be over by then is said with the rest.
  const overHints = overNow.length > 0 ? overNow : overThen.filter(({ severity }) => severity === 'warn')
  const problems = [...accessProblems, ...overHints, ...(cost?.isOverCap === true ? [overCap] : []), ...lacks, ...repeats]
  return { problems, ofWaiting: [...accessProblems, ...overThen], repeats, needsApproval, isOccasionOver: isEditable(post) && !hasStop(overNow) && hasStop(overThen) }
}

/** What waits at its network goes out there, whatever becomes of the access here. */
function accountsSentFromHere({ jobs }: PostFacts, targetIds: readonly string[]): readonly string[] {
  return targetIds.filter((id) => !jobs.some((job) => job.accountId === id && job.handOver !== null))
}

function instantOf(localDateTime: string, timeZone: string): number | null {
  const resolved = resolveLocalTime(localDateTime, timeZone)
  return resolved.kind === 'unreadable' ? null : resolved.instant
}
