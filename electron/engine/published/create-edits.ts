import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { editHindrances, type EditHindrance } from '../../../shared/networks/edit-rule.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { excerptOf } from '../../../shared/posts/excerpt.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import { changesTitle } from '../../../shared/published/changes-title.ts'
import { checkEdit } from '../../../shared/published/check-edit.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'
import { isSameThere, type WordsThere } from '../../../shared/published/words-there.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import { isAddressAlone } from '../../../shared/text/is-address-alone.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { OutboxService, SentJob, SettledJob } from '../outbox/outbox-service.ts'
import { refusalOfRepeats } from '../posts/refusal-of-repeats.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Approvals } from '../safety/approvals.ts'
import { contentHash } from '../safety/content-hash.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { OutPart } from './out-part.ts'

export interface EditNeeds {
  readonly accounts: Pick<AccountsService, 'read'>
  readonly outbox: Pick<OutboxService, 'enqueue' | 'findRepeats' | 'wake' | 'read' | 'jobsOfPost' | 'changesOfPost' | 'readSent' | 'onSettled'>
  readonly posts: Pick<PostsService, 'read' | 'noteEdited' | 'tell'>
  readonly approvals: Pick<Approvals, 'objectionToEdit'>
  readonly media: Pick<MediaService, 'toSend'>
}

interface EditInput {
  readonly jobId: string
  readonly title: string
  readonly document: RichDocument
  readonly seen: WordsThere | null
  readonly yes?: YesToWords | undefined
  readonly isRepeatMeant?: boolean | undefined
}

export interface Edits {
  edit(input: EditInput): Result<{ job: Job }>
  stop(): void
}

const notOut = studioError('not_found', 'nothing was published by this')

/** Other words for what is out: one durable job, which looks at what stands there before it writes. */
export function createEdits({ database, clock, random }: WorkspaceContext, { accounts, outbox, posts, approvals }: EditNeeds, partsOf: (postId: string) => readonly OutPart[]): Edits {
  const end = outbox.onSettled((settled) => (settled.job.kind === 'edit' && settled.job.state === 'published' ? follow(settled) : undefined))

  /** The post says what stands there, in the transaction in which that is known. */
  function follow({ job: { accountId, about }, payload }: SettledJob): (() => void) | undefined {
    if (about === undefined || payload?.effect !== 'edit') return undefined
    const part = partOf({ accountId, part: outbox.read(about.jobId)?.part })
    const isOther = posts.noteEdited(about.postId, { accountId, part, title: payload.title, document: payload.document }, payload.yes)
    return isOther ? () => posts.tell([about.postId]) : undefined
  }

  /** Where the network has no threads, all parts went out as one; a comment is none of them. */
  function partOf({ accountId, part }: { readonly accountId: string; readonly part?: Job['part'] }): number | null {
    const account = accounts.read(accountId)
    const isJoined = account !== null && capabilitiesOf(account.networkId).threads === 'joined'
    return part === undefined || (isJoined && part.number === 1) ? null : part.number
  }

  function problemOf(input: EditInput, sent: SentJob, part: Job['part']): ReturnType<typeof checkEdit> {
    const account = accounts.read(sent.accountId)
    if (account === null) return null
    const { title, text } = sent.payload
    const hasTitle = changesTitle(account, part)
    const isOtherThere = input.seen !== null && !isSameThere(input.seen, hasTitle ? { title, text } : { text })
    return checkEdit({ account, sent: sent.payload, isOtherThere, edited: input, hasTitle, hasMedia: sent.payload.media.length > 0, framing: sent.payload.framing })
  }

  /** What the client's answer is for: the post as it will be then. Where no part of it says these words, they stand for themselves. */
  function hashAfter(postId: string, { accountId, part }: Pick<Job, 'accountId' | 'part'>, { title, document }: EditInput): string {
    const now = posts.read(postId)?.content ?? { title: '', document, targets: [], media: [] }
    return contentHash(contentAfterEdit(now, { accountId, part: partOf({ accountId, part }), title, document }) ?? { ...now, title, document, targets: now.targets.filter((target) => target.accountId === accountId) })
  }

  /** The same words in another post on this account, out or waiting: asked about as when a post is scheduled. */
  function repeatOf({ isRepeatMeant = false }: EditInput, { accountId, postId }: Job & { readonly postId: string }, text: string): ReturnType<typeof refusalOfRepeats> {
    return isRepeatMeant ? null : refusalOfRepeats(outbox.findRepeats({ accountId, text, at: clock.now(), postId }))
  }

  function problemFailure(problem: NonNullable<ReturnType<typeof checkEdit>>): Result<never> {
    const isSame = problem === 'same_words'
    return fail(studioError(isSame ? 'post_not_editable' : 'post_has_problems', 'these words cannot be written over the post', { details: isSame ? { reason: problem } : { problem } }))
  }

  function enqueue(input: EditInput, out: Job & { readonly postId: string }, part: OutPart): Result<Job> {
    const sent = outbox.readSent(out.id)
    if (sent === null || part.remoteId === null) return fail(notOut)
    const problem = problemOf(input, sent, out.part)
    if (problem !== null) return problemFailure(problem)
    const { document, seen, yes } = input
    const account = accounts.read(sent.accountId)
    const title = account !== null && changesTitle(account, out.part) ? input.title.trim() : sent.payload.title
    const [text, hash] = [documentToText(document), hashAfter(out.postId, out, { ...input, title })]
    const objection = approvals.objectionToEdit(out.postId, { contentHash: hash, yes })
    if (objection !== null) return fail(objection)
    const repeat = repeatOf(input, out, textToCompare(text, sent.payload))
    if (repeat !== null) return repeat
    return succeed(outbox.enqueue({
      id: random.id(), kind: 'edit', accountId: out.accountId, postId: null, conversationId: null, itemId: null, about: { jobId: out.id, postId: out.postId },
      payload: { effect: 'edit', remoteId: part.remoteId, title, text, document, seen, hasMedia: sent.payload.media.length > 0, contentHash: hash, ...(yes === undefined ? {} : { yes }) },
      excerpt: excerptOf(title, text), dueAt: clock.now(), isPlanned: false,
      ...(out.part === undefined ? {} : { thread: { place: out.part, afterJobId: null } })
    }))
  }

  function edit(input: EditInput): Result<{ job: Job }> {
    const made = database.transaction((): Result<Job> => {
      const out = outbox.read(input.jobId)
      const { postId } = out ?? { postId: null }
      const part = postId === null ? undefined : partsOf(postId).find(({ told }) => told.jobId === input.jobId)
      if (out === null || postId === null || part === undefined) return fail(notOut)
      const reason = part.told.underWay !== null ? 'under_way' : part.told.edit
      if (reason !== 'yes') return fail(studioError('post_not_editable', 'this cannot be changed there', { details: { reason } }))
      return enqueue(input, { ...out, postId }, part)
    }).immediate()
    if (!made.ok) return made
    outbox.wake([made.value.id])
    return succeed({ job: made.value })
  }

  return { edit, stop: end }
}

/** What the post is beside words. */
export function holdsOf(media: EditNeeds['media'], { text, media: items, poll, quote }: SentJob['payload']): readonly EditHindrance[] {
  const hasFilm = items.some(({ mediaId, altText }) => (media.toSend(mediaId, altText)?.durationMs ?? null) !== null)
  const all = { film: hasFilm, poll: poll !== undefined, picture: items.length > 0 && !hasFilm, image: items.length > 0 && !hasFilm, link: items.length === 0 && (isAddressAlone(text) || (quote !== undefined && text.trim() === '')) }
  return editHindrances.filter((one) => all[one])
}
