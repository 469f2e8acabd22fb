import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { findApprovalAnswer, type AnswerOutcome, type ApprovalAnswer } from '../../../shared/approval/approval-answer.ts'
import { placeOfAnswer, takenAnswerSchema, type TakenAnswer } from '../../../shared/approval/later-answer.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { fileIdsOf } from '../../../shared/posts/post-parts.ts'
import type { MediaService } from '../media/media-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import { approvedCardSchema } from '../../../shared/posts/approval.ts'
import type { ApprovedCards } from '../safety/approved-cards.ts'
import type { Approvals } from '../safety/approvals.ts'
import { contentHash } from '../safety/content-hash.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface ApprovalPacksNeeds {
  readonly posts: Pick<PostsService, 'read' | 'tell'>
  readonly approvals: Approvals
  readonly approvedCards: ApprovedCards
  readonly media: Pick<MediaService, 'locateSmall'>
}

/** `cards`: those that were drawn into it; an older pack does not say. `taken`: the last answer to it. */
const packSchema = z.array(z.object({ postId: z.string(), contentHash: z.string(), cards: z.array(approvedCardSchema).optional(), taken: takenAnswerSchema.optional() }))
type PackPost = z.infer<typeof packSchema>[number]

/** An answer that is read, and how. */
interface Reading {
  readonly by: string
  readonly packId: string
  readonly givenAt: number | null
  readonly pack: readonly PackPost[]
  readonly meant: readonly string[]
}

interface Taken {
  readonly outcome: AnswerOutcome
  readonly standing?: number
}

/** What was shown to the client, so that an answer counts only for that. */
export function createApprovalPacks(context: WorkspaceContext, { posts, approvals, approvedCards, media }: ApprovalPacksNeeds): Feature {
  const select = context.database.prepare<[string], { posts: string }>('SELECT posts FROM approval_packs WHERE id = ?')
  const insert = context.database.prepare('INSERT INTO approval_packs (id, made_at, posts) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET made_at = excluded.made_at, posts = excluded.posts')

  const update = context.database.prepare('UPDATE approval_packs SET posts = ? WHERE id = ?')

  const withPost = context.database.prepare<[string], string>('SELECT posts FROM approval_packs WHERE instr(posts, ?) > 0').pluck()

  function readPack(packId: string): readonly PackPost[] | null {
    const row = select.get(packId)
    return row === undefined ? null : packSchema.parse(JSON.parse(row.posts))
  }

  /** Of all packs that showed these very words, whichever the client answered. */
  function lastTaken({ postId, contentHash: hash }: PackPost): TakenAnswer | null {
    const taken = withPost.all(postId).flatMap((shown) => packSchema.parse(JSON.parse(shown)).flatMap((one) => (one.postId === postId && one.contentHash === hash ? (one.taken ?? []) : [])))
    return taken.toSorted((one, other) => other.takenAt - one.takenAt)[0] ?? null
  }

  /** The later answer stands, whichever is read first. */
  function takeInOrder(answer: ApprovalAnswer['answers'][number], reading: Reading): Taken {
    const asked = reading.pack.find((one) => one.postId === answer.postId)
    if (asked === undefined || asked.contentHash !== answer.contentHash) return { outcome: take(answer, reading.by, asked) }
    const before = lastTaken(asked)
    const next = { at: reading.givenAt, answer: answer.answer, comment: answer.comment, takenAt: Math.max(context.clock.now(), (before?.takenAt ?? 0) + 1) }
    const place = reading.meant.includes(answer.postId) ? 'stands' : placeOfAnswer(before, next)
    if (place !== 'stands' && isStillOpen(answer.postId)) return { outcome: place, ...(typeof before?.at === 'number' ? { standing: before.at } : {}) }
    const outcome = take(answer, reading.by, asked)
    const pack = readPack(reading.packId) ?? []
    update.run(JSON.stringify(pack.map((one) => (one.postId === answer.postId ? { ...one, taken: next } : one))), reading.packId)
    return { outcome }
  }

  function isStillOpen(postId: string): boolean {
    const status = posts.read(postId)?.status
    return status !== undefined && status !== 'published' && status !== 'removed'
  }

  /** A yes to what has changed since would be a yes to something that nobody saw. */
  function take({ postId, contentHash: answered, answer, comment }: ApprovalAnswer['answers'][number], by: string, asked: PackPost | undefined): AnswerOutcome {
    if (asked === undefined) return 'unasked'
    const post = posts.read(postId)
    if (post === null) return 'gone'
    // What is not out everywhere may still be kept back, and a no belongs to what is left of it.
    if (post.status === 'published' || post.status === 'removed') return 'out'
    if (asked.contentHash !== answered) return 'changed'
    if (contentHash(post.content) !== answered) {
      // Put back, the words that were refused are refused.
      if (answer === 'no') approvals.refuseEarlier(postId, post.content, answered, { kind: 'refused', by, channel: 'mail', comment })
      return 'changed'
    }
    if (answer === 'yes') return takeYes(post.content, { by, comment }, asked)
    approvals.record(postId, post.content, { kind: 'refused', by, channel: 'mail', comment })
    return 'refused'
  }

  /** The words are those that were shown; the card beside them may be another one by now. */
  function takeYes(content: PostContent, { by, comment }: { readonly by: string; readonly comment: string }, { postId, cards }: PackPost): AnswerOutcome {
    approvals.record(postId, content, { kind: 'approved', by, channel: 'mail', note: comment }, cards)
    return approvedCards.haveChanged(postId, cards ?? []) ? 'changed' : 'approved'
  }

  const takeAll = context.database.transaction(({ answers, by, packId, givenAt }: ApprovalAnswer, pack: readonly PackPost[], meant: readonly string[]) =>
    answers.map((answer) => {
      const post = posts.read(answer.postId)
      return { postId: answer.postId, excerpt: post?.excerpt ?? '', comment: answer.comment, at: post?.schedule?.dueAt ?? null, ...takeInOrder(answer, { by, packId, givenAt: givenAt ?? null, pack, meant }) }
    })
  )

  const keep = context.database.transaction((packId: string, postIds: readonly string[]) => {
    const shown = [...new Set(postIds)].flatMap((postId) => {
      const post = posts.read(postId)
      return post === null || post.status === 'published' || post.status === 'removed' ? [] : [{ postId, content: post.content, contentHash: contentHash(post.content) }]
    })
    insert.run(packId, context.clock.now(), JSON.stringify(shown.map(({ postId, contentHash: hash }) => ({ postId, contentHash: hash }))))
    return shown
  })

  /** What changed while the file was being saved is not what the client will see. */
  const noteAsked = context.database.transaction((packId: string, pack: readonly PackPost[]) => {
    noteCards(packId, pack)
    return pack.filter(({ postId, contentHash: shown }) => {
      const post = posts.read(postId)
      if (post === null || contentHash(post.content) !== shown || approvals.of(postId, post.content).kind === 'approved') return false
      approvals.record(postId, post.content, { kind: 'asked', note: '' })
      return true
    })
  })

  /** The pages were asked while it was drawn. */
  function noteCards(packId: string, pack: readonly PackPost[]): void {
    const drawn = pack.map((one) => {
      const post = posts.read(one.postId)
      return post === null ? one : { ...one, cards: approvedCards.of(one.postId, post.content) }
    })
    update.run(JSON.stringify(drawn), packId)
  }

  return {
    handlers: {
      'approvalPack.make': async ({ packId, postIds }) => {
        const shown = keep.immediate(packId, postIds)
        const pictures = []
        for (const mediaId of new Set(shown.flatMap(({ content }) => fileIdsOf(content)))) {
          const located = await media.locateSmall(mediaId)
          const bytes = located === null ? null : await readFile(located.path).catch(() => null)
          if (located !== null && bytes !== null) pictures.push({ mediaId, mediaType: located.mediaType, bytes: Uint8Array.from(bytes) })
        }
        return succeed({ posts: shown.map(({ postId, contentHash: hash }) => ({ postId, contentHash: hash })), pictures })
      },
      'approvalPack.sent': ({ packId }) => {
        const asked = noteAsked.immediate(packId, readPack(packId) ?? [])
        if (asked.length > 0) posts.tell(asked.map(({ postId }) => postId))
        return succeed({})
      },
      'approvalPack.readAnswer': ({ text, meant = [] }) => {
        const answer = findApprovalAnswer(text)
        if (answer === null) return succeed({ kind: 'unreadable' as const })
        const pack = readPack(answer.packId)
        if (pack === null) return succeed({ kind: 'foreign' as const })
        const outcomes = takeAll.immediate(answer, pack, meant)
        posts.tell(outcomes.map(({ postId }) => postId))
        return succeed({ kind: 'read' as const, by: answer.by, outcomes })
      }
    }
  }
}
