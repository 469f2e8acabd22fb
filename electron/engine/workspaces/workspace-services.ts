import { createAccounts, type AccountsFeature } from '../accounts/create-accounts.ts'
import type { SecretPlaces } from '../accounts/secret-places.ts'
import type { SharedAccounts } from '../accounts/shared-accounts.ts'
import type { Restoration } from '../database/restore-backup.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Hold } from '../../../shared/safety/hold.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { VideoWork } from '../videos/video-work.ts'
import { createApprovalPacks } from '../approval/create-approval-packs.ts'
import { createCosts } from '../costs/create-costs.ts'
import { createFigures } from '../figures/create-figures.ts'
import { createReactions } from '../figures/create-reactions.ts'
import { createBegunWords } from '../begun/create-begun-words.ts'
import { createIdeas } from '../ideas/create-ideas.ts'
import { createInbox } from '../inbox/create-inbox.ts'
import type { AppBudgets } from '../limits/app-budgets.ts'
import { createRateLimits } from '../limits/create-rate-limits.ts'
import { createLibrary } from '../library/create-library.ts'
import { createMedia } from '../media/create-media.ts'
import type { MediaService } from '../media/media-service.ts'
import { createLinkCards } from '../link-cards/create-link-cards.ts'
import { createMediaHost } from '../media-host/create-media-host.ts'
import type { ClientEnd } from '../outbox/end-with-client.ts'
import { createOutbox } from '../outbox/create-outbox.ts'
import type { SendGuard } from '../outbox/send-guard.ts'
import { createPosts } from '../posts/create-posts.ts'
import { createPractice, type PracticeFeature } from '../practice/create-practice.ts'
import type { FillPractice } from '../practice/month/fill-workspace.ts'
import { mergeHandlers, type RequestHandlers } from '../rpc/request-handlers.ts'
import { takeOnce } from '../rpc/take-once.ts'
import { createApprovedCards } from '../safety/approved-cards.ts'
import { createApprovals } from '../safety/approvals.ts'
import { createHoldStore, holdAfterRemoval } from '../safety/hold-store.ts'
import { createPastPosts } from '../past-posts/create-past-posts.ts'
import { createPeople } from '../people/create-people.ts'
import { createTerms } from '../terms/create-terms.ts'
import { createPlaces } from '../places/create-places.ts'
import { createCategories } from '../categories/create-categories.ts'
import { createPublished } from '../published/create-published.ts'
import { createReality } from '../reality/create-reality.ts'
import { createSafety, type SafetyFeature } from '../safety/create-safety.ts'
import { createScheduling } from '../scheduling/create-scheduling.ts'
import { createSeries } from '../series/create-series.ts'
import { createServerLimits } from '../server-limits/create-server-limits.ts'
import { createSnippets } from '../snippets/create-snippets.ts'
import { createTemplates } from '../templates/create-templates.ts'
import { createBrand } from '../brand/create-brand.ts'
import { createVoice } from '../voice/create-voice.ts'
import { createLinkTags } from '../link-tags/create-link-tags.ts'
import { createWatch } from '../watch/create-watch.ts'
import { createZones } from '../zones/create-zones.ts'
import type { LineageBook } from '../settings/lineage-book.ts'
import type { RemovalsRepository } from '../settings/removals-repository.ts'
import type { Feature } from './feature.ts'
import type { Seal } from './lineage.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { WorkspaceContext } from './workspace-context.ts'

/** What every workspace's features share. Nothing in it belongs to a workspace. */
export interface SharedServices {
  readonly environment: EngineEnvironment
  /** Guarded: see http-with-connectivity.ts. */
  readonly http: HttpClient
  readonly connectivity: Connectivity
  readonly images: ImageWork
  readonly videos: VideoWork
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  /** What each app may ask for all its accounts, of whichever client. */
  readonly appBudgets: AppBudgets
  readonly secretPlaces: SecretPlaces
  readonly sharedAccounts: SharedAccounts
  readonly lineages: LineageBook
  /** Removals that began: one that is found when its client opens was interrupted. */
  readonly removals: Pick<RemovalsRepository, 'begun' | 'end'>
  /** Nothing of any client leaves; null: no such hold stands. */
  holdOfAll(): Hold | null
}

/** How a feature that keeps a file of its own takes part in the care for the workspace's files. */
export interface WorkspaceFiles {
  readonly seal: Seal
  /** Something read was damaged the last time: check whole. */
  readonly isSuspect: boolean
  reportRestoration(restoration: Restoration): void
  /** A file turned out to be damaged while open, or its disk is gone: the workspace is closed and opened again, after damage with every file checked. */
  reportTrouble(trouble: FileTrouble): void
}

/** All that is done for one workspace. */
export interface WorkspaceServices {
  readonly accounts: AccountsFeature
  readonly safety: SafetyFeature
  /** How what is on the way ends when the client is removed. */
  readonly end: ClientEnd
  readonly features: readonly Feature[]
  readonly handlers: RequestHandlers
  readonly locateMedia: Pick<MediaService, 'locate' | 'locateSmall'>
  /** Only in a workspace of kind `practice`. */
  readonly fillPractice: FillPractice | null
}

/** Puts one workspace's features together. This is where a new feature is added. */
export function createWorkspaceServices(context: WorkspaceContext, shared: SharedServices, files: WorkspaceFiles): WorkspaceServices {
  const practice = practiceOf(context, shared, files, () => void inbox.handlers['inbox.refresh']?.({ workspaceId: context.workspace().id }))
  const outside = practice ?? { http: shared.http, secrets: shared.environment.secrets, findAdapter: shared.findAdapter }
  const pollEveryMs = shared.environment.testOptions?.pollEveryMs
  const limits = createRateLimits(context, shared.appBudgets)
  const accounts = createAccounts(context, { secrets: outside.secrets, findAdapter: outside.findAdapter, limits, places: shared.secretPlaces, sharedAccounts: shared.sharedAccounts, publicMedia: () => mediaHost.service.publicMedia(), onPaidReading: (accountId, reading) => costs.noteReading(accountId, reading) })
  accounts.service.onRemove((accountId) => limits.forget(accountId))
  const media = createMedia(context, { images: shared.images, videos: shared.videos })
  const voice = createVoice(context)
  const linkCards = createLinkCards(context, { http: outside.http, images: shared.images })
  const mediaHost = createMediaHost(context, { accounts: accounts.service, http: outside.http, images: shared.images, secrets: outside.secrets, allowsLoopback: shared.environment.testOptions !== undefined })
  const ownHold = holdAfterRemoval(createHoldStore(context.database), shared.removals, context)
  const hold = (): Hold | null => shared.holdOfAll() ?? ownHold.read()
  const approvedCards = createApprovedCards(context, { accounts: accounts.service, cards: linkCards.service })
  const approvals = createApprovals(context, approvedCards)
  const guard: SendGuard = { hold, answerAgainst: approvals.objectionToJob, objectionTo: (job) => approvals.objectionToJob(job) ?? costs.objectionToJob(job) }
  const outbox = createOutbox(context, { accounts: accounts.service, media: media.service, cards: linkCards.service, guard, limits, seal: files.seal, canReach: shared.connectivity.canReach })
  approvals.onRefused((postId, { comment }) => outbox.service.noteRefused(postId, comment))
  const costs = createCosts(context, { accounts: accounts.service, outbox: outbox.service })
  const posts = createPosts(context, { accounts: accounts.service, media: media.service, outbox: outbox.service, approvals, cards: linkCards.service, mediaHost: mediaHost.service, voice: voice.service })
  const series = createSeries(context, { accounts: accounts.service, posts: posts.service })
  const zones = createZones(context, { posts: posts.service, series: series.service })
  const safety = createSafety(context, { accounts: accounts.service, held: outbox.held, posts: posts.service, own: ownHold, hold })
  const scheduling = createScheduling(context, { outbox: outbox.work, connectivity: shared.connectivity, reportTrouble: files.reportTrouble })
  const reactions = createReactions(context)
  const inbox = createInbox(context, {
    accounts: accounts.service,
    outbox: outbox.service,
    limits,
    readings: costs.readings,
    connectivity: shared.connectivity,
    postSummary: posts.service.summary,
    reactions,
    pollEveryMs
  })
  const watch = createWatch(context, {
    http: outside.http,
    connectivity: shared.connectivity,
    createDraftFromSource: posts.service.createDraftFromSource,
    pollEveryMs
  })
  const features: readonly Feature[] = [...(practice === null ? [] : [practice]), accounts, media, mediaHost, linkCards, voice, createBrand(context, { media: media.service }), createLinkTags(context), outbox, costs, posts, createSnippets(context), createBegunWords(context), createTemplates(context, { posts: posts.service }), createIdeas(context, { posts: posts.service, accounts: accounts.service }), createPastPosts(context, { posts: posts.service, accounts: accounts.service, media: media.service }), createLibrary({ media: media.service, posts: posts.service, accounts: accounts.service }), createApprovalPacks(context, { posts: posts.service, approvals, approvedCards, media: media.service }), zones, series, safety, scheduling, inbox, watch, createFigures(context, { accounts: accounts.service, posts: posts.service, outbox: outbox.service, reactions, limits, connectivity: shared.connectivity, pollEveryMs }), createPublished(context, { accounts: accounts.service, outbox: outbox.service, posts: posts.service, approvals, media: media.service }), createReality(context, { accounts: accounts.service, outbox: outbox.service, media: media.service }), createPeople(context, { accounts: accounts.service }), createPlaces(context, { accounts: accounts.service }), createTerms(context, { accounts: accounts.service }), createCategories(context, { accounts: accounts.service }), createServerLimits(context, { accounts: accounts.service, posts: posts.service, media: media.service, outbox: outbox.service, limits, connectivity: shared.connectivity })]
  return {
    accounts,
    safety,
    end: outbox.end,
    features,
    handlers: takeOnce(context, mergeHandlers(features.map((feature) => feature.handlers))),
    locateMedia: media.service,
    fillPractice: practice?.fillWith({ accounts, media, outbox: outbox.service, watch }) ?? null
  }
}

/** A practice workspace holds the practice network and no other: it stands in for keychain, networks and the way out. */
function practiceOf(context: WorkspaceContext, { http, environment }: SharedServices, files: WorkspaceFiles, onNews: () => void): PracticeFeature | null {
  if (context.workspace().kind !== 'practice') return null
  return createPractice(context, { http, sqliteBinding: environment.sqliteBinding, isInstant: environment.testOptions?.practiceIsInstant ?? false, files: { ...files, reportDamage: () => files.reportTrouble('database_damaged') }, onNews })
}
