import { z } from 'zod'
import { byHandSchema } from '../outbox/by-hand.ts'
import { lastPostsSchema } from '../outbox/last-posts.ts'
import { libraryPictureSchema } from '../media/library-picture.ts'
import { captionsFileSchema, captionsOfFilmSchema } from '../captions/film-captions.ts'
import { mediaItemSchema, videoItemSchema } from '../media/media-item.ts'
import { jobAttemptSchema, jobSchema, jobStates } from '../outbox/job.ts'
import { variables } from '../snippets/variables.ts'
import { missedDecisionSchema, missedUndoSchema, mostDecisions } from '../outbox/missed-decision.ts'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { jobMomentSchema } from '../outbox/job-moment.ts'
import { postContentSchema, postOriginSchema, postSchema, postSummarySchema } from '../posts/post.ts'
import { approvalEntrySchema, approvalSchema } from '../posts/approval.ts'
import { postVersionSchema } from '../posts/post-version.ts'
import { idSchema, instantSchema, localDateTimeSchema, workspaceScope, requestOnce } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneMedia = { ...workspaceScope, mediaId: idSchema } as const
const onePost = { ...workspaceScope, postId: idSchema } as const
/** `covers`: what follows its films by a call of its own once they are there, covers and lists; left out where there is nothing. */
const postAndJobs = z.object({ post: postSchema, jobs: z.array(jobSchema), covers: z.array(jobSchema).optional() })

const webAddress = z.url({ protocol: /^https?$/ }).max(2048)

export const postsContract = {
  /**
   * Posts whose schedule, plan or publication falls into [from, until), and with `drafts` every draft that has no time to come: those without a
   * plan, newest change first, and those whose plan is over, wherever it lies.
   */
  'posts.list': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, from: instantSchema, until: instantSchema, drafts: z.boolean() }),
    output: z.object({ posts: z.array(postSummarySchema) })
  }),
  /** Full-text search over drafts, scheduled and published posts: words and prefixes, accents ignored, the latest time first. `passage`: the words around the find. */
  'posts.search': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, text: z.string().min(1).max(200), limit: z.int().min(1).max(100) }),
    output: z.object({ hits: z.array(z.object({ post: postSummarySchema, passage: z.string() })) })
  }),
  /** `not_found` of a post that was there says why it went (details: `reason`: `deleted`, or a `CancelReason`), as long as the engine runs. */
  'posts.read': request({ handledBy: 'engine', effect: 'read', input: z.object(onePost), output: postAndJobs }),
  /**
   * Creates the draft on the first call. `revision` is the one last read (0 before the first save). The same content again succeeds whatever the
   * revision: the answer to the first call was lost. `editorId` is made anew by each composer that opens a post: when the newest save is its own,
   * an older revision is no conflict either, since it is only its own answer that it missed. `plannedFor`: wall-clock time in the workspace's
   * zone, null to take the plan away, left out to leave it as it is; a time that the clocks jump over is moved forward, one that is over is kept,
   * of one that comes twice the first is meant, unless `plansSecond`.
   * It counts for drafts only: what is out in part keeps its times. Fails with `invalid_input` for a date that does not exist. `copyOf`: the words come from that
   * post, which may be gone: what the client said no to there, it said no to here.
   */
  'posts.saveDraft': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...onePost, revision: z.int().min(0), content: postContentSchema, origin: postOriginSchema.optional(), copyOf: idSchema.optional(), editorId: idSchema.optional(), plannedFor: localDateTimeSchema.nullable().optional(), plansSecond: z.boolean().optional() }),
    output: z.object({ revision: z.int(), savedAt: instantSchema })
  }),
  /**
   * Plans a draft for a time (dragged to a day of the calendar), or for none. Content and revision stay as they are, so that nobody who writes on it
   * is in conflict. `plansSecond` as in a save. Anything but a draft is `post_not_editable`.
   */
  'posts.plan': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...onePost, plannedFor: localDateTimeSchema.nullable(), plansSecond: z.boolean().optional() }), output: postAndJobs }),
  /**
   * One transaction: the post's schedule and one job for each account that does not have the post yet. `revision` guards against sending what was
   * not seen. A local time that the clocks jump over is moved forward (`schedule.localDateTime` of the answer differs then); one that comes twice
   * means the first, unless `isSecond`. Fails with `post_has_problems` (details: `problem` of `checkPost`, `accountId`, `count`), `time_in_the_past`, `conflict`,
   * `post_not_editable` (scheduled already), `nothing_to_publish`, `invalid_input` (no such date),
   * `approval_missing` where posts need one (details: `approval`, and `by` whom it was), `refused_by_client` where the client said no (details: `by`, `comment`), `repeat_needs_confirmation` (details: `accountId`, `at`,
   * `state`, `count`) unless `isRepeatMeant`.
   */
  'posts.schedule': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({
      ...requestOnce,
      ...onePost,
      revision: z.int().min(0),
      when: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('now') }),
        z.object({ kind: z.literal('at'), localDateTime: localDateTimeSchema, isSecond: z.boolean().optional() })
      ]),
      /** The user was told that the same text goes to the same account within a day, and means it. */
      isRepeatMeant: z.boolean().optional(),
      /** The user was told that these stand in the text between braces, and wants them to go out as they are written. */
      gapsMeant: z.array(z.enum(variables)).max(20).optional()
    }),
    output: postAndJobs
  }),
  /**
   * Moves what has not gone out to another time (drag on the calendar), missed jobs too; an account where it was refused stays as it is. Of a post that is out on an account only its `rest` (see the summary), and with
   * `byHand` what stands ready for the person. The hour is the workspace's.
   * Refused once a job is on its way, and with `repeat_needs_confirmation` where it would come near the same text on the same account, unless `isRepeatMeant`.
   */
  'posts.reschedule': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost, localDateTime: localDateTimeSchema, isSecond: z.boolean().optional(), isRepeatMeant: z.boolean().optional(), byHand: z.boolean().optional() }), output: postAndJobs }),
  /** Takes a move back: what still waits here for the time that it was given (`dueAt`) asks again with its hour, or has the one it had where that has not passed. `conflict` (`changed_since`) where nothing is as it was after the move. */
  'posts.undoReschedule': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost, dueAt: instantSchema }), output: postAndJobs }),
  /**
   * What becomes of posts whose time has passed, each account of each by itself, in the order given: what is refused stops nothing else, and is answered with its reason. Only what is `missed`, and
   * still due when the person saw it (`seenDueAt`), is decided: what may have arrived never is. Beside the refusals of `outbox.decide` and `posts.reschedule`: `conflict` (`changed_since`),
   * `repeat_needs_confirmation` unless `isRepeatMeant`.
   */
  'posts.decideMissed': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, decisions: z.array(missedDecisionSchema).min(1).max(mostDecisions), isRepeatMeant: z.boolean().optional() }),
    output: z.object({ done: z.array(idSchema), refused: z.array(z.object({ jobId: idSchema, error: studioErrorSchema })) })
  }),
  /**
   * Takes decisions about missed posts back, as far as that can be: what was sent and has not left, and what still waits for the hour that it was given, asks again as before (`undone`). The others stay as
   * they are.
   */
  'posts.undoDecideMissed': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, undos: z.array(missedUndoSchema).min(1).max(mostDecisions) }),
    output: z.object({ undone: z.array(idSchema) })
  }),
  /** Takes back what has not gone out; refused once a job is on its way. A draft keeps the time as its plan. What is published stays and is `partly_published` then. */
  'posts.unschedule': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost, isUndo: z.boolean().optional() }), output: postAndJobs }),
  /** Where the same text has gone or will go, on the same account within a day of `at`; of other posts than this one. Of a draft begun from a post that is out, whatever went out before. By what
   * stands there now: `isEdit` where those words were written over others, `at` then, or are about to be. */
  'posts.findRepeats': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...onePost, at: instantSchema, texts: z.array(z.object({ accountId: idSchema, text: z.string().max(100_000) })).max(50) }),
    output: z.object({ repeats: z.array(z.object({ accountId: idSchema, at: instantSchema, state: z.enum(jobStates), isEdit: z.boolean() })) })
  }),
  /**
   * Writes down who was asked, who said yes or no, how and when; `revision` guards against a yes to what was not seen. A yes ends with the next
   * edit. On a post that is scheduled it counts at once: without a yes where one is needed, and after a no, it is held when its time comes.
   */
  'posts.recordApproval': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost, revision: z.int().min(0), approval: approvalEntrySchema }), output: postAndJobs }),
  /**
   * The client said no to what the post says, and it is sent all the same: at its time, or now where it was held for that. Holds until the post is changed or somebody says no
   * again. `refused_by_client` or `approval_missing` where posts need a yes; without a no that stands, nothing changes.
   */
  'posts.sendAllTheSame': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost }), output: postAndJobs }),
  /**
   * The client said no to what the post said before; somebody here answers for what it says now, and for later edits. The refused words bring the no back. `approval_missing` where
   * posts need a yes; without such a no, nothing changes.
   */
  'posts.takeOn': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost }), output: postAndJobs }),
  /** All that was asked, answered and decided about the post, the newest first, with what the client wrote beside it; what it said then is not in it. */
  'posts.listApprovals': request({ handledBy: 'engine', effect: 'read', input: z.object(onePost), output: z.object({ words: z.array(approvalSchema) }) }),
  /** Tags of the client's posts, what was used last first: what is offered for the next one. */
  'posts.tagsUsed': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ tags: z.array(z.string()) }) }),
  /** Earlier states of the post's content, newest first; a change of the post may have made one. */
  'posts.listVersions': request({ handledBy: 'engine', effect: 'read', input: z.object(onePost), output: z.object({ versions: z.array(postVersionSchema) }) }),
  'posts.readVersion': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...onePost, versionId: idSchema }), output: z.object({ content: postContentSchema }) }),
  /**
   * Puts a version in the place of the draft's content, without accounts that were removed since; what was there becomes a version, `keptVersionId`, by which it
   * is taken back. Null when the content was that already. The plan stays. Fails with `conflict` and `post_not_editable` as a save does.
   */
  'posts.restoreVersion': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...onePost, revision: z.int().min(0), versionId: idSchema }),
    output: postAndJobs.extend({ keptVersionId: idSchema.nullable() })
  }),
  /** Only drafts; scheduled posts are unscheduled first, published ones stay as history. */
  'posts.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost }), output: z.object({}) }),
  /** What is copied from a post that is out knows that post: it is its origin. */
  'posts.copy': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...onePost, newPostId: idSchema }), output: postAndJobs }),

  /** Type by content, not by name. The same call again answers the same; the id for another image is a conflict. */
  'media.add': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, mediaId: idSchema, fileName: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
    output: mediaItemSchema
  }),
  /**
   * A video or a large picture comes in parts, so that one of several gigabytes neither fills memory nor holds anything up: begun, its parts one after the other, finished. Begun
   * anew, it starts from its beginning; the id of a file that is there answers with it. `media_kind_unsupported` by its first bytes, `video_unreadable` (details: `reason`), `disk_full`.
   */
  'media.beginFile': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...oneMedia, fileName: z.string().min(1).max(255), bytes: z.int().min(0), beginning: z.instanceof(Uint8Array) }),
    output: z.object({ partBytes: z.int().positive() })
  }),
  /** The same part again changes nothing. `not_found`: begin anew. */
  'media.addFilePart': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneMedia, offset: z.int().min(0), bytes: z.instanceof(Uint8Array) }), output: z.object({ received: z.int() }) }),
  /** Reads it whole once, in a thread apart, takes out of it where it was made, and puts it into the library. The same call again answers the same. */
  'media.finishFile': request({ handledBy: 'engine', effect: 'write', input: z.object(oneMedia), output: mediaItemSchema }),
  /** Nothing of it is left. What is finished stays. */
  'media.cancelFile': request({ handledBy: 'engine', effect: 'write', input: z.object(oneMedia), output: z.object({}) }),
  /** The picture that stands for a video until it plays. */
  'media.setCover': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneMedia, bytes: z.instanceof(Uint8Array) }), output: videoItemSchema }),
  /** Subtitles for a film: read, judged by themselves and kept as WebVTT. Which film they are for, the post says. */
  'media.addCaptions': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, captionsId: idSchema, fileName: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }), output: captionsFileSchema }),
  /** What they say, as WebVTT: for the players of the page. */
  'media.readCaptions': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, captionsId: idSchema }), output: z.object({ vtt: z.string() }) }),
  /** Those that a film has in the client's posts: of each language the ones of the post that was written last. */
  'media.captionsOf': request({ handledBy: 'engine', effect: 'read', input: z.object(oneMedia), output: z.object({ captions: captionsOfFilmSchema }) }),
  'media.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, mediaIds: z.array(idSchema).max(200) }), output: z.object({ media: z.array(mediaItemSchema) }) }),

  /** The client's pictures by the words of their file names and descriptions; all of them for no words. The same content comes once. */
  'media.library': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, query: z.string().max(200) }), output: z.object({ pictures: z.array(libraryPictureSchema) }) }),

  /** `open`: everything that is not finished, soonest first; `finished`: the newest first. */
  'outbox.list': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, view: z.enum(['open', 'finished']), limit: z.int().min(1).max(500) }),
    output: z.object({ jobs: z.array(jobSchema) })
  }),
  /** The whole ledger in the order in which it was recorded, a page at a time: `after` is the `next` of the page before, 0 for the first. */
  'outbox.export': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, after: z.int().min(0), limit: z.int().min(1).max(1000) }),
    output: z.object({ jobs: z.array(jobSchema), next: z.int().nullable() })
  }),
  'outbox.readJob': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, jobId: idSchema }), output: z.object({ job: jobSchema, attempts: z.array(jobAttemptSchema), moments: z.array(jobMomentSchema) }) }),
  /**
   * The user's answer about one job. missed, held: `publish_now` or `drop` (moving is `posts.reschedule`). failed: `try_again` or `drop`.
   * unknown_outcome: `look_again`, `it_is_there` (the user saw it), `send_again` (the user saw that it is not there) or `drop`. queued: `drop`.
   * byHand: `it_is_there` (the user published it; `remoteUrl` is where it stands) or `drop`.
   * `send_again` says which attempt the person looked for (`lastSendOf` what their page shows; null: none): of a later one nobody knows, and the answer is
   * `conflict` (`sent_since`), with nothing changed.
   * `seen` says how the job stood when the question was asked: where it is another one by now (moved, sent, published, decided elsewhere), a `drop` is answered `conflict`
   * (`changed_since`), with nothing changed.
   * What would send is refused with `on_hold` while a hold stands.
   */
  'outbox.decide': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, jobId: idSchema, decision: z.enum(['publish_now', 'try_again', 'look_again', 'it_is_there', 'send_again', 'drop']), remoteUrl: webAddress.optional(), seenSend: idSchema.nullable().optional(), seen: jobSchema.pick({ state: true, dueAt: true }).optional() })
      .refine(({ decision, seenSend }) => decision !== 'send_again' || seenSend !== undefined, { path: ['seenSend'] }),
    output: jobSchema
  }),
  /** Of a job that waits for the person (`byHand`): what they publish. */
  'outbox.readByHand': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, jobId: idSchema }), output: byHandSchema }),
  /** Of a job of unknown outcome: what was sent, and what its account published last, for the person to compare. Asks the network; changes nothing. */
  'outbox.readLastPosts': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, jobId: idSchema }), output: lastPostsSchema }),
  /** One of its files, byte by byte as it is stored: from `offset` on as much as is given at once, and how long all of it is. A picture comes whole. */
  'outbox.readByHandFile': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, jobId: idSchema, mediaId: idSchema, offset: z.int().min(0).optional() }), output: z.object({ bytes: z.instanceof(Uint8Array), total: z.int() }) }),
  /** Writes one of its files where other programs can read it, under its own name; then `dragByHandFile` lets the mouse that holds it carry it to one of them. */
  'outbox.layOutByHandFile': request({ handledBy: 'main', effect: 'write', input: z.object({ ...workspaceScope, jobId: idSchema, mediaId: idSchema }), output: z.object({}) }),
  'outbox.dragByHandFile': request({ handledBy: 'main', effect: 'write', input: z.object({ ...workspaceScope, jobId: idSchema, mediaId: idSchema }), output: z.object({}) })
} as const
