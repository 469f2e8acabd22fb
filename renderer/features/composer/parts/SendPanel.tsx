import { useState } from 'react'
import { reachOfAccounts } from '../../../../shared/accounts/reach-of-accounts.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { standingNo } from '../../../../shared/posts/approval.ts'
import { checkAccess } from '../../../../shared/posts/check-access.ts'
import { checkPost, hasStop, type PostProblem } from '../../../../shared/posts/check-post.ts'
import { resolveLocalTime } from '../../../../shared/schedule/local-time.ts'
import type { Variable } from '../../../../shared/snippets/variables.ts'
import type { Voice } from '../../../../shared/voice/voice.ts'
import { voiceProblems } from '../../../../shared/voice/voice-problems.ts'
import { useLeavingPost } from '../../../shell/leaving-store.ts'
import { navigate } from '../../../shell/route-store.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import { useStudio, useWorkspace } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { fitFor, fitPicture } from '../swap-picture.ts'
import { sendingObstacle, timeProblem } from '../sending-obstacle.ts'
import { useSendCommands } from '../use-send-commands.ts'
import { useHostProblems } from '../use-host-problems.ts'
import { useRepeats } from '../use-repeats.ts'
import { useSending, type Sending, type SendingOptions, type SendOutcome } from '../use-sending.ts'
import { usePostCost, type PostCosts } from '../../costs/use-post-cost.ts'
import { CostLine } from '../../costs/CostLine.tsx'
import { ApprovalPanel } from './ApprovalPanel.tsx'
import { ByHandLine, isAllByHand } from './ByHandLine.tsx'
import { CheckList } from './CheckList.tsx'
import { Outcome } from './Outcome.tsx'
import { ScheduleBar } from './ScheduleBar.tsx'
import { AheadLine } from '../../series/parts/AheadLine.tsx'
import { SendQuestion, type SendQuestionFacts } from './SendQuestion.tsx'
import { openExternal } from '../../../shell/studio-actions.ts'

export interface SendPanelProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly store: ComposerStore
  readonly state: ReadyState
  readonly voice: Voice
}

/** What stands between the text and the network: the checks, the time, the question, and afterwards the outcome. */
export function SendPanel({ workspaceId, timeZone, store, state, voice }: SendPanelProps): React.JSX.Element {
  const [question, setQuestion] = useState<SendQuestionFacts | null>(null)
  const { post, accounts } = state
  const otherClient = useOtherClient(workspaceId)
  const { sending, isLeaving } = useCountedSending({ workspaceId, store, post, timeZone })
  const cost = usePostCost(workspaceId, state, sending)
  const { problems, accessProblems, repeats, needsApproval, gapsMeant, leaveGap } = useProblems(workspaceId, state, sending, cost, voice)
  const canEdit = isEditable(post)
  const targets = targetsOf(state)
  const reach = reachOfAccounts(useStudio(({ connectivity }) => connectivity.state), targets)
  const chosen = { time: sending.time, timeZone: sending.timeZone, isSecond: sending.isSecond, now: useNow() }
  const obstacle = sendingObstacle(chosen, hasStop(problems), sending.scheduledFor, sending.wasSecond)

  const askNow = (): void => setQuestion({ how: 'now', lastClient: otherClient, isRepeat: false })

  /** Moving what is scheduled asks nothing; a first time asks when there is something to ask. */
  async function schedule(): Promise<SendOutcome> {
    const facts = { how: 'at', lastClient: otherClient, isRepeat: repeats.length > 0 } as const
    if (sending.isWaiting || (facts.lastClient === null && !facts.isRepeat)) return send(facts)
    setQuestion(facts)
    return 'done'
  }

  async function send({ how, lastClient, isRepeat }: SendQuestionFacts): Promise<SendOutcome> {
    setQuestion(null)
    const outcome = await (how === 'now' ? sending.publishNow(isRepeat, gapsMeant) : sending.schedule(isRepeat, gapsMeant))
    // Found out only by the engine, at the time that counts.
    if (outcome === 'repeat') setQuestion({ how, lastClient, isRepeat: true })
    return outcome
  }

  function show(accountId: string | null, part: number | null): void {
    store.edit(accountId)
    if (part !== null) store.showPart(part)
  }

  const stays = { isByHand: isAllByHand(targets), isOnHold: useKeptBy(workspaceId) === 'hold' }
  useSendCommands({ sending: { ...sending, schedule }, reach, canEdit, ...stays, obstacle, onPublishNow: askNow, onSave: () => void store.flush() })

  return (
    <>
      {(needsApproval || post.approval.kind !== 'none') && post.revision > 0 && <ApprovalPanel workspaceId={workspaceId} timeZone={timeZone} store={store} post={post} needsYes={needsApproval} />}
      {canEdit && post.save.kind !== 'untouched' && <CheckList problems={problems} accounts={accounts} timeZone={timeZone} timeProblem={timeProblem(chosen)} isOnHold={stays.isOnHold} onShow={show} onLeaveGap={leaveGap} canFit={(mediaId) => fitFor(state, mediaId) !== null} onFit={(mediaId) => fitPicture(workspaceId, store, mediaId)} />}
      {!canEdit && sending.isWaiting && accessProblems.length > 0 && <CheckList problems={accessProblems} accounts={accounts} timeZone={timeZone} timeProblem={null} onShow={show} />}
      {canEdit && <CostLine cost={cost} />}
      {(canEdit || sending.isWaiting) && <ByHandLine accounts={targets} content={post.content} />}
      <AheadLine
        workspaceId={workspaceId}
        timeZone={timeZone}
        postId={post.postId}
        jobs={post.jobs}
        accounts={accounts}
        localDateTime={sending.time}
        canSchedule={canEdit && obstacle === null}
        isWaiting={sending.isWaiting}
        savedRevision={() => savedRevision(store)}
      />
      {isLeaving ? null : canEdit || sending.isWaiting ? (
        <ScheduleBar obstacle={obstacle} sending={{ ...sending, schedule }} reach={reach} {...stays} onPublishNow={askNow} />
      ) : (
        <Sent workspaceId={workspaceId} timeZone={timeZone} state={state} onGoOn={() => void sending.publishNow()} />
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
}

function Sent({ workspaceId, timeZone, state: { post, accounts }, onGoOn }: Omit<SendPanelProps, 'store' | 'voice'> & { readonly onGoOn: () => void }): React.JSX.Element {
  return (
    <Outcome
      workspaceId={workspaceId}
      jobs={post.jobs}
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
const refusedByClient: PostProblem = { severity: 'stop', code: 'refused_by_client', accountId: null, details: {} }
const approvalMissing: PostProblem = { severity: 'stop', code: 'approval_missing', accountId: null, details: {} }

interface FoundProblems {
  readonly problems: readonly PostProblem[]
  readonly accessProblems: readonly PostProblem[]
  readonly repeats: readonly PostProblem[]
  readonly needsApproval: boolean
  /** What stands between braces, and is to go out as it is written. */
  readonly gapsMeant: readonly Variable[]
  readonly leaveGap: (gap: Variable) => void
}

/** Everything the checks say: of the content, of the approval, and of where else the text goes. */
function useProblems(workspaceId: string, { post, accounts, media }: ReadyState, { time, timeZone }: Sending, cost: PostCosts | null, voice: Voice): FoundProblems {
  const [gapsMeant, setGapsMeant] = useState<readonly Variable[]>([])
  const repeats = useRepeats(workspaceId, post, accounts, time, timeZone)
  const needsApproval = useWorkspace(workspaceId)?.safety.approval === 'needed'
  const lacks = standingNo(post.approval) !== null ? [refusedByClient] : needsApproval && post.approval.kind !== 'approved' ? [approvalMissing] : []
  const accessProblems = checkAccess(accountsSentFromHere(post), accounts, { dueAt: instantOf(time, timeZone), now: useNow() })
  const hostProblems = useHostProblems(workspaceId, post.content, accounts)
  const ofContent = checkPost(post.content, accounts, capabilitiesOf, media).filter(({ code, details }) => code !== 'gap_left' || !gapsMeant.some((gap) => gap === details['gap']))
  return { problems: [...ofContent, ...voiceProblems(post.content, accounts, capabilitiesOf, voice), ...hostProblems, ...accessProblems, ...(cost?.isOverCap === true ? [overCap] : []), ...lacks, ...repeats], accessProblems, repeats, needsApproval, gapsMeant, leaveGap: (gap) => setGapsMeant([...gapsMeant, gap]) }
}

/** What waits at its network goes out there, whatever becomes of the access here. */
function accountsSentFromHere({ content, jobs }: ReadyState['post']): readonly string[] {
  return content.targets.map(({ accountId }) => accountId).filter((id) => !jobs.some((job) => job.accountId === id && job.handOver !== null))
}

function instantOf(localDateTime: string, timeZone: string): number | null {
  const resolved = resolveLocalTime(localDateTime, timeZone)
  return resolved.kind === 'unreadable' ? null : resolved.instant
}

/** The name of the client published as last, when that was another one and the user wants to be asked. */
function useOtherClient(workspaceId: string): string | null {
  const { confirmClientChange, lastPublishingWorkspaceId } = useStudio(({ settings }) => settings)
  const workspaces = useStudio((studioState) => studioState.workspaces)
  if (!confirmClientChange || lastPublishingWorkspaceId === workspaceId) return null
  return workspaces.find(({ id }) => id === lastPublishingWorkspaceId)?.name ?? null
}

function targetsOf({ post, accounts }: ReadyState): ReadyState['accounts'] {
  return post.content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId) ?? [])
}
