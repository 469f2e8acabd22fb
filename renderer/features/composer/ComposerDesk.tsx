import { memo, useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { SplitPane } from '../../components/SplitPane.tsx'
import { useSame } from '../../components/use-same.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { useFocusMode } from '../../shell/focus-mode.ts'
import { navigate } from '../../shell/route-store.ts'
import { routeTo } from '../../shell/route.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { Voice } from '../../../shared/voice/voice.ts'
import { MentionLine } from '../people/MentionLine.tsx'
import type { PeopleAsked } from '../people/use-people.ts'
import { useTextMarks } from '../voice/use-text-marks.ts'
import { useVoice } from '../voice/use-voice.ts'
import { VoiceHints } from '../voice/VoiceHints.tsx'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { keptWith } from '../../../shared/posts/kept-together.ts'
import { commentOf, partCount } from '../../../shared/posts/post-parts.ts'
import { documentFor, isEditable, type ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { useBeside } from './beside/beside-store.ts'
import { useRoomForThree, WithBeside } from './beside/WithBeside.tsx'
import { stopOf } from './stop-of.ts'
import type { TextLog } from './editor/history/text-log.ts'
import { StudioEditor } from './editor/StudioEditor.tsx'
import { DropFiles } from './parts/DropFiles.tsx'
import { FixedBanner } from './parts/FixedBanner.tsx'
import { MediaParts } from './parts/MediaParts.tsx'
import { OldLimits } from './parts/OldLimits.tsx'
import { OvertakenBanner } from './parts/OvertakenBanner.tsx'
import { PostOrigin } from './parts/PostOrigin.tsx'
import { SendPanel } from './parts/SendPanel.tsx'
import { TargetPicker, type TargetPickerProps } from './parts/TargetPicker.tsx'
import { VariantTabs } from './parts/VariantTabs.tsx'
import { isLeftOutNow } from './thread/comment-in-hand.ts'
import { partAsContent } from './thread/thread-changes.ts'
import { partIdAt } from './thread/part-place.ts'
import { ThreadBar } from './thread/ThreadBar.tsx'
import { threadAccounts } from './thread/split-part.ts'
import { PreviewPane } from './previews/PreviewPane.tsx'
import { useAroundWords } from './use-around-words.ts'
import { useWritingActs } from './use-writing-acts.tsx'
import { hasBaseChanged, ownThingsOf } from './variants/own-text.ts'
import { OwnTextOf } from './variants/OwnTextOf.tsx'
import { useNameInHand } from './variants/use-network-name.ts'
import { PostFields } from './variants/PostFields.tsx'
import { PostTitle } from './variants/PostTitle.tsx'
import styles from './ComposerDesk.module.css'

export interface ComposerDeskProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
}

/** Characters up to which the previews are drawn together with the letter that was typed: one picture for both (measured, npm run bench). */
const previewedAtOnce = 20_000
/** Of what is read at the side and of the previews, together, in px. */
const widthOfTwo = 680

/** Writing on the left, what the networks will show on the right. */
export function ComposerDesk(props: ComposerDeskProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { workspaceId, store, state } = props
  // Two previews beside each other where there is room for them and for writing.
  const [previewWidth, setPreviewWidth] = useState(() => (state.post.content.targets.length > 1 && window.innerWidth >= 1400 ? 680 : window.innerWidth >= 1200 ? 480 : 340))
  const isAlone = useFocusMode()
  const beside = useBeside(workspaceId, state.post.postId)
  const width = useBesideWidth(previewWidth, beside !== null)
  const { content } = state.post
  // With a very long text the cursor does not wait for the previews: they follow in the next free moment.
  const isLong = documentToText(content.document).length > previewedAtOnce
  const later = useDeferredValue(isLong ? content : null)
  const previewed = isLong ? (later ?? content) : content
  const formats = useFormats()
  const timeZone = useWorkspace(workspaceId)?.timeZone
  const { status, publishedAt } = state.post
  const when = (status === 'published' || status === 'removed') && publishedAt !== null ? formats.dayAndTime(publishedAt, timeZone) : null
  const previews = <PreviewPane workspaceId={workspaceId} fixedOf={isEditable(state.post) ? null : state.post.postId} accounts={state.accounts} editing={state.editing} content={previewed} media={state.media} when={when} onEdit={store.edit} />
  return (
    <SplitPane
      sized="second"
      className={(isAlone ? styles.alone : undefined) ?? ''}
      value={width}
      onChange={setPreviewWidth}
      min={340}
      max={1100}
      label={t('previews')}
      first={<WritingPane {...props} />}
      second={beside === null ? previews : <WithBeside workspaceId={workspaceId} postId={state.post.postId} shown={beside} store={store} previews={previews} />}
    />
  )
}

/** Two columns to read need the width of two. */
function useBesideWidth(chosen: number, isBeside: boolean): number {
  const hasRoom = useRoomForThree()
  return isBeside && hasRoom ? Math.max(chosen, widthOfTwo) : chosen
}

// Both sides are kept from drawing themselves again for what concerns the other one: measured, npm run bench.
/** From top to bottom in the order of the work, which is also the order of the focus: for whom, which text, images, when. */
const WritingPane = memo(function WritingPane({ workspaceId, store, state }: ComposerDeskProps): React.JSX.Element {
  const voice = useVoice(workspaceId)
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const networks = useNetworkNames()
  const workspace = useWorkspace(workspaceId)
  const around = useAroundWords(state)
  const { post, accounts, editing, part, isSettling } = around
  const content = partAsContent(state.post.content, part)
  const canEdit = isEditable(post)

  const partAround = partAsContent(post.content, part)
  const targets = useSame(partAround.targets.map((target) => ({ accountId: target.accountId, own: ownThingsOf(target), isBaseChanged: hasBaseChanged(partAround, target), together: target.together })))
  const findMarks = useTextMarks(voice)
  const acts = useWritingActs(workspaceId, store, around)
  const inHand = useNameInHand(around)
  const people = usePeopleAsked(workspaceId, accounts, targets)
  const top = useTopOf(`${editing ?? ''} ${String(part)}`)

  return (
    <DropFiles className={styles.desk} isOff={!canEdit || isSettling} onFiles={acts.addFiles}>
      <div data-fades className={styles.fades}>
        <Targets workspaceId={workspaceId} accounts={accounts} targets={targets} isEditable={canEdit} onToggle={acts.toggle} />
        <PostOrigin workspaceId={workspaceId} origin={post.origin} />
        <VariantTabs accounts={accounts} targets={targets} editing={editing} onEdit={store.edit} />
        <OwnTextOf workspaceId={workspaceId} store={store} state={around} />
      </div>
      {post.overtaken === null ? <FixedBanner postId={post.postId} status={post.status} schedule={post.schedule} jobs={post.jobs} accounts={accounts} stop={stopOf(post.approval, workspace?.safety.approval === 'needed')} /> : <OvertakenBanner workspaceId={workspaceId} store={store} overtaken={post.overtaken} />}
      <div data-fades className={styles.fades}>
        <ThreadBar workspaceId={workspaceId} store={store} part={part} count={partCount(post.content)} hasComment={commentOf(post.content) !== null} canEdit={canEdit} hasThreads={threadAccounts(post.content, accounts).length > 0} />
      </div>
      <div ref={top} className={styles.writing}>
        <PostTitle workspaceId={workspaceId} store={store} state={around} isReadOnly={!canEdit || isSettling} />
        <StudioEditor
          {...textInHand(store, state)}
          document={editing === null ? content.document : documentFor(content, editing)}
          label={inHand === null ? t('textLabel') : t('textLabelFor', { handle: inHand })}
          placeholder={t('placeholder')}
          isHeld={isSettling}
          findMarks={findMarks}
          {...formattingOf(state, networks.inSentence, formats.list)}
          onChange={acts.write}
          onFiles={acts.addFiles}
          people={people}
          renderTools={acts.renderTools}
        />
        <MediaParts workspaceId={workspaceId} store={store} state={around} acts={acts} />
        <PostFields workspaceId={workspaceId} store={store} state={around} isReadOnly={!canEdit || isSettling} />
      </div>
      <div data-fades className={styles.fades}>
        {canEdit && <Hints workspaceId={workspaceId} post={post} voice={voice} people={people} onName={acts.namePerson} />}
        <OldLimits workspaceId={workspaceId} accounts={accounts} targets={targets} />
        {post.overtaken === null && <SendPanel workspaceId={workspaceId} timeZone={workspace?.timeZone ?? 'Europe/Paris'} store={store} state={state} voice={voice} />}
      </div>
    </DropFiles>
  )
})

/** What scrolls begins at its top again with another text: what was looked at below the one before says nothing of this one. */
function useTopOf(text: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(text)
  useEffect(() => {
    if (shown.current === text) return
    shown.current = text
    place.current?.scrollTo({ top: 0 })
  }, [text])
  return place
}

interface HintsProps {
  readonly workspaceId: string
  readonly post: ReadyState['post']
  readonly voice: Voice
  readonly people: PeopleAsked
  readonly onName: (person: Person) => void
}

/** What the text says beside its words: whom it mentions, and how it sounds. */
const Hints = memo(function Hints({ workspaceId, post: { postId, content, save }, voice, people, onName }: HintsProps): React.JSX.Element {
  return (
    <>
      <MentionLine workspaceId={workspaceId} accounts={people.accounts} content={content} onName={onName} />
      {save.kind !== 'untouched' && <VoiceHints workspaceId={workspaceId} postId={postId} content={content} voice={voice} />}
    </>
  )
})

/** The same object as long as the same accounts are chosen. */
function usePeopleAsked(workspaceId: string, accounts: readonly Account[], targets: readonly { readonly accountId: string }[]): PeopleAsked {
  return useMemo(() => ({ workspaceId, accounts: targets.flatMap(({ accountId }) => accounts.find(({ id }) => id === accountId) ?? []) }), [workspaceId, accounts, targets])
}

/** Which text that is, and what was typed in it where it can be written. */
function textInHand({ histories }: ComposerStore, { post, editing, part }: ReadyState): { readonly documentKey: string; readonly isEditable: boolean; readonly history: TextLog | undefined } {
  const partId = partIdAt(post.content, part)
  const isLeftOut = isLeftOutNow({ post, editing, part })
  const hasOwnText = editing === null || partAsContent(post.content, part).targets.some(({ accountId, variant }) => accountId === editing && variant !== null)
  const canWrite = isEditable(post) && hasOwnText && !isLeftOut
  // Accounts that are kept together have one text, and one history of it.
  const whose = editing === null ? null : (keptWith(post.content, editing)[0] ?? editing)
  return { documentKey: `${whose ?? 'base'} ${isLeftOut ? 'none' : hasOwnText ? 'own' : 'common'} ${partId ?? 'first'}`, isEditable: canWrite, history: canWrite ? histories.of({ accountId: whose, partId }) : undefined }
}

/** The accounts to choose from, or the way to the first one. */
const Targets = memo(function Targets(props: TargetPickerProps & { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('composer')
  if (props.accounts.length > 0) return <TargetPicker {...props} />
  return (
    <Banner shape="strip" title={t('noAccountsTitle')} actions={<Button size="small" onClick={() => navigate(routeTo('accounts', props.workspaceId))}>{t('connectAccount')}</Button>}>
      {t('noAccountsText')}
    </Banner>
  )
})

/** Formatting is offered when a chosen network shows it, or the one whose text is edited. */
function formattingOf({ post, accounts, editing }: ReadyState, nameOf: (networkId: NetworkId) => string, list: (words: readonly string[]) => string): { readonly formatting?: { readonly onlyOn: string | null } } {
  const readers = editing === null ? null : keptWith(post.content, editing)
  const chosen = post.content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId && (readers === null || readers.includes(account.id))) ?? [])
  const networks = [...new Set(chosen.map((account) => account.networkId))].map(capabilitiesOf)
  const rich = networks.filter((network) => network.richText)
  if (rich.length === 0) return {}
  return { formatting: { onlyOn: rich.length === networks.length ? null : list(rich.map(({ id }) => nameOf(id))) } }
}
