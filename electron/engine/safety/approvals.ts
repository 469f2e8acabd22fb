import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { approvalAfterEdit, approvalOfCopy, earlierNo, isApproved, standingNo, standingWord, type Approval, type ApprovalEntry, type ApprovedCard, type ClientNo } from '../../../shared/posts/approval.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { JobRecord } from '../outbox/job-record.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { ApprovedCards } from './approved-cards.ts'
import { createApprovalsRepository } from './approvals-repository.ts'
import { contentHash } from './content-hash.ts'

/** Who said yes or no to what. Refused words stay refused, whatever came in between, until a yes to them. Everything inside the caller's transaction. */
export interface Approvals {
  /** As it counts for what the post says now, and for the cards that go with it. */
  of(postId: string, content: PostContent): Approval
  kindsOf(postIds: readonly string[]): ReadonlyMap<string, Approval>
  /** All that was said about the post, as it was said, the newest last. */
  wordsOn(postId: string): readonly Approval[]
  /** Writes down what the user says; the same word again adds nothing. `cards`: what was shown beside the words; left out: what goes out now. */
  record(postId: string, content: PostContent, entry: ApprovalEntry, cards?: readonly ApprovedCard[]): void
  /** The client's no to what the post said before, known by its hash alone: it stands for those words, and takes the place of nothing that was said about what the post says now. */
  refuseEarlier(postId: string, content: PostContent, contentHash: string, entry: RefusedEntry): void
  /** The client said no, and somebody here sends it all the same. Fails where posts need a yes. `already`: no such no stands, perhaps because this was said before. */
  sendAnyway(postId: string, content: PostContent): Result<'decided' | 'already'>
  /** The client said no to what it said before, and somebody here answers for what it says now, and will say. Fails where posts need a yes. `already`: there is no such no, perhaps because this was said before. */
  takeOn(postId: string, content: PostContent): Result<'decided' | 'already'>
  /** A copy was made: the client's no to these words is known of it too. */
  noteCopy(postId: string, content: PostContent, original: { readonly postId: string; readonly content: PostContent }): void
  /** What was decided here against the client's no, or after it, about this very content; null: nothing. */
  decisionOn(postId: string, content: PostContent): Extract<Approval, { kind: 'sent_anyway' | 'taken_on' }> | null
  /** Runs inside the transaction in which a no was written down. Returns the function that ends it. */
  onRefused(listener: RefusedListener): () => void
  /** A new post that says what these say: the latest word on that very content counts for it too, a yes as a no. */
  inherit(postId: string, content: PostContent, from: Siblings): void
  /** The content was saved: a yes or a no to something else ends. */
  noteEdit(postId: string, content: PostContent, before: PostContent | null): void
  /** Why a post with this content must not be given to the outbox; null: it may. */
  objectionToContent(postId: string, content: PostContent): StudioError | null
  /** The same for a job whose time has come, whose content was fixed when it was scheduled. */
  objectionToJob(job: Pick<JobRecord, 'kind' | 'postId' | 'payload' | 'about'>): StudioError | null
  /** Why other words must not be written over a post that is out; null: they may. A yes to these very words comes with them. */
  objectionToEdit(postId: string, edit: { readonly contentHash: string; readonly yes?: unknown }): StudioError | null
}

export type RefusedEntry = Extract<ApprovalEntry, { kind: 'refused' }>
export type RefusedListener = (postId: string, entry: RefusedEntry) => void

/** Posts that were made of the same series. */
export interface Siblings {
  readonly postIds: readonly string[]
  contentOf(postId: string): PostContent | null
}

export function createApprovals(context: Pick<WorkspaceContext, 'database' | 'clock' | 'workspace'>, approvedCards: ApprovedCards): Approvals {
  const repository = createApprovalsRepository(context.database)
  const listeners = new Set<RefusedListener>()
  const isNeeded = (): boolean => context.workspace().safety.approval === 'needed'
  const standing = (postId: string, hash: string): Approval => withCards(postId, standingWord(repository.words(postId), hash))

  /** A yes is for the cards too. A no is for the words, whatever a page says of itself. */
  function withCards(postId: string, word: Approval): Approval {
    if (word.kind !== 'approved' || word.cards === undefined || !approvedCards.haveChanged(postId, word.cards)) return word
    return { kind: 'taken_back', at: word.at, by: word.by, cause: 'card' }
  }

  /** `hash` null: scheduled before contents were fixed with their hash. Nobody can have approved it in that form; what was refused is that. */
  function objection(postId: string, hash: string | null): StudioError | null {
    const approval = hash === null ? (repository.words(postId).at(-1) ?? { kind: 'none' }) : standing(postId, hash)
    const no = standingNo(approval)
    if (no !== null) return refused(no, isNeeded())
    return isNeeded() && !(hash !== null && isApproved(approval, hash)) ? missing(approval) : null
  }

  function objectionToEdit(postId: string, { contentHash: hash, yes }: { readonly contentHash: string; readonly yes?: unknown }): StudioError | null {
    return yes === undefined ? objection(postId, hash) : null
  }

  /** A yes tells what it is for; any other word is about what its post says. What was taken back was about something else. */
  function latestWordOn(hash: string, { postIds, contentOf }: Siblings): Approval | null {
    for (const { postId, approval } of repository.newestOf(postIds)) {
      if (approval.kind === 'taken_back' || approval.kind === 'refused_before' || approval.kind === 'taken_on') continue
      if (approval.kind === 'approved' && approval.contentHash === hash) return approval
      const content = approval.kind === 'approved' ? null : contentOf(postId)
      if (content !== null && contentHash(content) === hash) return approval
    }
    return null
  }

  return {
    of: (postId, content) => standing(postId, contentHash(content)),
    kindsOf: (postIds) => repository.kindsOf(postIds),
    wordsOn: (postId) => repository.words(postId),
    record(postId, content, entry, cards = approvedCards.of(postId, content)) {
      const now = context.clock.now()
      const hash = contentHash(content)
      const before = standing(postId, hash)
      if (isSameWord(before, entry)) return
      repository.add(postId, approvalOf(entry, { at: now, hash, no: said(before), earlier: earlierNo(before), cards }), now)
      if (entry.kind === 'refused') for (const listener of listeners) listener(postId, entry)
    },
    refuseEarlier(postId, content, earlierHash, entry) {
      if (standingNo(standing(postId, earlierHash)) !== null) return
      const now = context.clock.now()
      const word = standing(postId, contentHash(content))
      const no = { by: entry.by, channel: entry.channel, comment: entry.comment, contentHash: earlierHash }
      repository.add(postId, { kind: 'refused', at: now, ...no }, now)
      const after = afterEarlierNo(word, { ...no, saidAt: now })
      if (after !== null) repository.add(postId, after, now)
    },
    sendAnyway(postId, content) {
      const hash = contentHash(content)
      const now = context.clock.now()
      const word = standing(postId, hash)
      const no = said(word)
      if (isNeeded()) return fail(no === null ? missing(word) : refused(no, true))
      if (no === null) return succeed('already')
      repository.add(postId, { ...no, kind: 'sent_anyway', at: now, contentHash: hash }, now)
      return succeed('decided')
    },
    takeOn(postId, content) {
      const word = standing(postId, contentHash(content))
      const no = earlierNo(word)
      if (isNeeded()) return fail(missing(word))
      if (no === null) return succeed('already')
      const { saidAt = context.clock.now(), ...refusal } = no
      repository.add(postId, { ...refusal, kind: 'taken_on', at: saidAt }, context.clock.now())
      return succeed('decided')
    },
    noteCopy(postId, content, original) {
      const known = approvalOfCopy(standing(original.postId, contentHash(original.content)), contentHash(content))
      if (known !== null) repository.add(postId, known, context.clock.now())
    },
    decisionOn(postId, content) {
      const word = standing(postId, contentHash(content))
      return word.kind === 'sent_anyway' || word.kind === 'taken_on' ? word : null
    },
    onRefused(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    inherit(postId, content, from) {
      const hash = contentHash(content)
      const word = latestWordOn(hash, from)
      if (word !== null && (isApproved(word, hash) || word.kind === 'refused')) repository.add(postId, word, context.clock.now())
    },
    noteEdit(postId, content, old) {
      const words = repository.words(postId)
      const before = words.at(-1)
      if (before === undefined || before.kind === 'none') return
      const now = context.clock.now()
      const known = withHash(before, old)
      const after = approvalAfterEdit([...words.slice(0, -1), known], contentHash(content), now)
      if (after !== known) repository.add(postId, after, now)
    },
    objectionToContent: (postId, content) => objection(postId, contentHash(content)),
    objectionToEdit,
    objectionToJob({ kind, postId, payload, about }) {
      if (kind === 'edit') return about === undefined || payload?.effect !== 'edit' ? null : objectionToEdit(about.postId, payload)
      if (kind !== 'publish_post' || postId === null || payload?.effect !== 'create') return null
      return objection(postId, payload.contentHash ?? null)
    }
  }
}

/** What counts after it for what the post says now; null: that there was a no. */
function afterEarlierNo(word: Approval, no: ClientNo): Approval | null {
  if (word.kind === 'asked') return { ...word, noBefore: no }
  return word.kind === 'none' || word.kind === 'taken_back' || word.kind === 'refused_before' ? null : word
}

function missing(approval: Approval): StudioError {
  return studioError('approval_missing', 'nobody approved this content', { details: { approval: approval.kind, ...('by' in approval ? { by: approval.by } : {}) } })
}

/** The no that stands, with its moment. */
function said(approval: Approval): ClientNo | null {
  const no = standingNo(approval)
  return no === null || approval.kind !== 'refused' ? no : { ...no, saidAt: approval.at }
}

/** Where a yes is needed, nobody here can send it without one. */
function refused({ by, comment }: ClientNo, needsYes: boolean): StudioError {
  return studioError('refused_by_client', 'the client said no to this content', { details: { approval: 'refused', by, comment, ...(needsYes ? { needsYes } : {}) } })
}

interface WordFacts {
  readonly at: number
  readonly hash: string
  /** The no that stands before this word. */
  readonly no: ClientNo | null
  /** The no to earlier words. */
  readonly earlier: ClientNo | null
  readonly cards: readonly ApprovedCard[]
}

function approvalOf(entry: ApprovalEntry, { at, hash, no, earlier, cards }: WordFacts): Approval {
  switch (entry.kind) {
    case 'none':
      return entry
    case 'asked':
      return { ...entry, at, ...(no === null ? {} : { no: { ...no, contentHash: hash } }), ...(earlier === null ? {} : { noBefore: earlier }) }
    case 'refused':
      return { ...entry, at, contentHash: hash }
    case 'approved':
      return { ...entry, at, contentHash: hash, ...(cards.length === 0 ? {} : { cards: [...cards] }) }
  }
}

/** A no of an earlier version does not say what it was to: to what the post said until now. */
function withHash(approval: Approval, old: PostContent | null): Approval {
  return approval.kind === 'refused' && approval.contentHash === undefined && old !== null ? { ...approval, contentHash: contentHash(old) } : approval
}

/** The answer to the first call was lost, or the button was pressed twice. */
function isSameWord(before: Approval, entry: ApprovalEntry): boolean {
  return Object.entries(entry).every(([key, value]) => Object.entries(before).some(([known, old]) => known === key && old === value))
}
