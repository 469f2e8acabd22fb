import { memo, useCallback, useState } from 'react'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { occasionsOf } from '../../../../shared/posts/check-occasion.ts'
import { checkPost, hasStop } from '../../../../shared/posts/check-post.ts'
import type { PostProblem } from '../../../../shared/posts/post-problem.ts'
import type { Variable } from '../../../../shared/snippets/variables.ts'
import type { Voice } from '../../../../shared/voice/voice.ts'
import { voiceProblems } from '../../../../shared/voice/voice-problems.ts'
import { useAfterPaint } from '../../../components/use-after-paint.ts'
import { useSame } from '../../../components/use-same.ts'
import { pricedOf } from '../../costs/use-post-cost.ts'
import { useComingFiles } from '../../../shell/unfinished-store.ts'
import type { PostFacts, ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { ContentProblemsProvider } from '../content-problems.ts'
import { useCategoriesProblems } from '../use-categories-problems.ts'
import { useHostProblems } from '../use-host-problems.ts'
import { useTermsProblems } from '../use-terms-problems.ts'
import { useRestedTexts } from '../use-repeats.ts'
import { filesByHand } from './ByHandLine.tsx'
import { SendDesk } from './SendDesk.tsx'

export interface SendPanelProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly store: ComposerStore
  readonly state: ReadyState
  readonly voice: Voice
}

/**
 * What stands between the text and the network. Checked with every key, in the moment after the letter is on the screen: nothing is decided by what
 * stands here, each way out checks again what it sends.
 */
export function SendPanel({ state, ...rest }: SendPanelProps): React.JSX.Element {
  return <CheckedPanel {...rest} state={useAfterPaint(state)} />
}

/** What is written is checked here; the rest is given only what few keys change. */
const CheckedPanel = memo(function CheckedPanel({ workspaceId, timeZone, store, state, voice }: SendPanelProps): React.JSX.Element {
  const [gapsMeant, setGapsMeant] = useState<readonly Variable[]>([])
  const leaveGap = useCallback((gap: Variable) => setGapsMeant((all) => [...all, gap]), [])
  const { post: { content, save, ...post }, accounts } = state
  const problems = useSame(useProblems(workspaceId, state, voice, gapsMeant))
  const targetIds = useSame(content.targets.map(({ accountId }) => accountId))
  return (
    <ContentProblemsProvider value={problems}>
      <SendDesk
        workspaceId={workspaceId}
        timeZone={timeZone}
        store={store}
        post={useSame<PostFacts>(post)}
        accounts={accounts}
        targetIds={targetIds}
        occasions={useSame(occasionsOf(content, accounts, capabilitiesOf))}
        isUntouched={save.kind === 'untouched'}
        isStopped={hasStop(problems)}
        priced={useSame(pricedOf(state))}
        filesByHand={filesByHand(content, accounts)}
        directIds={useSame(content.targets.flatMap(({ accountId, terms }) => (terms === undefined ? [] : [accountId])))}
        texts={useRestedTexts(state.post, accounts)}
        gapsMeant={gapsMeant}
        onLeaveGap={leaveGap}
      />
    </ContentProblemsProvider>
  )
})

/** It would leave without them. */
function filesComing(count: number): PostProblem {
  return { severity: 'stop', code: 'files_coming', accountId: null, details: { count } }
}

/** Everything the checks say of what is written. */
function useProblems(workspaceId: string, { post: { postId, content }, accounts, media }: ReadyState, voice: Voice, gapsMeant: readonly Variable[]): readonly PostProblem[] {
  const coming = useComingFiles(postId)
  const hostProblems = useHostProblems(workspaceId, content, accounts, media)
  const ofTerms = useTermsProblems(workspaceId, content, accounts, media)
  const ofCategories = useCategoriesProblems(workspaceId, content, accounts)
  const ofContent = checkPost(content, accounts, capabilitiesOf, media).filter(({ code, details }) => code !== 'gap_left' || !gapsMeant.some((gap) => gap === details['gap']))
  return [...ofContent, ...voiceProblems(content, accounts, capabilitiesOf, voice), ...hostProblems, ...ofTerms, ...ofCategories, ...(coming === 0 ? [] : [filesComing(coming)])]
}
