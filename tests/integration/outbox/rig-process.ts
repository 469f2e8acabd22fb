import type { EventName } from '../../../shared/contract/event-map.ts'
import { plainCard } from '../../../shared/posts/link-card.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { defaultVoice } from '../../../shared/voice/voice.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createRateLimits } from '../../../electron/engine/limits/create-rate-limits.ts'
import { createMedia } from '../../../electron/engine/media/create-media.ts'
import { createOutbox, type OutboxFeature } from '../../../electron/engine/outbox/create-outbox.ts'
import type { OutboxPoint } from '../../../electron/engine/outbox/outbox-runner.ts'
import { createPosts, type PostsFeature } from '../../../electron/engine/posts/create-posts.ts'
import type { Random } from '../../../electron/engine/random.ts'
import { createSeries, type SeriesFeature } from '../../../electron/engine/series/create-series.ts'
import { createZones } from '../../../electron/engine/zones/create-zones.ts'
import type { Feature } from '../../../electron/engine/workspaces/feature.ts'
import { createApprovedCards } from '../../../electron/engine/safety/approved-cards.ts'
import { createApprovals } from '../../../electron/engine/safety/approvals.ts'
import { createHoldStore } from '../../../electron/engine/safety/hold-store.ts'
import { createSafety, type SafetyFeature } from '../../../electron/engine/safety/create-safety.ts'
import { createScheduling } from '../../../electron/engine/scheduling/create-scheduling.ts'
import type { WorkspaceContext } from '../../../electron/engine/workspaces/workspace-context.ts'
import type { JumpingClock } from '../../support/jumping-clock.ts'
import type { RigAccounts, RigLife } from './rig-accounts.ts'

/** One run of the publishing features, from start to death. */
export interface RigProcess {
  readonly context: WorkspaceContext
  readonly outbox: OutboxFeature
  readonly posts: PostsFeature
  readonly safety: SafetyFeature
  readonly series: SeriesFeature
  readonly zones: Feature
  readonly life: RigLife
  /** Ends timers and calls and closes the file. */
  end(): void
}

export interface RigProcessNeeds {
  readonly databasePath: string
  readonly folder: string
  readonly accounts: RigAccounts
  readonly clock: JumpingClock
  readonly random: Random
  workspace(): Workspace
  isOnline(): boolean
  onEvent(name: EventName, payload: unknown): void
  onError(text: string): void
  atPoint(point: OutboxPoint): void
}

export function startRigProcess(needs: RigProcessNeeds): RigProcess {
  const { accounts, clock } = needs
  const life: RigLife = { isGone: false, accountChanges: new Set(), connectivityChanges: new Set() }
  const database = openDatabase(needs.databasePath)
  if (Number(database.pragma('user_version', { simple: true })) === 0) prepare(database, accounts)
  const logError = (text: string): void => void (life.isGone || needs.onError(text))
  const context: WorkspaceContext = {
    workspace: needs.workspace,
    database,
    folder: needs.folder,
    clock,
    random: needs.random,
    log: { info: () => undefined, warning: logError, error: logError },
    emit: (name, payload) => void (life.isGone || needs.onEvent(name, payload))
  }
  const limits = createRateLimits(context)
  const service = accounts.serviceFor(life, limits)
  const media = createMedia(context, {
    images: { run: () => Promise.reject(new Error('no picture is worked on here')), decode: () => Promise.reject(new Error('no picture is worked on here')), prepareFile: () => Promise.reject(new Error('no picture is worked on here')), stop: () => Promise.resolve() },
    videos: { check: () => Promise.reject(new Error('no video is worked on here')), cut: () => Promise.reject(new Error('no video is worked on here')), wrap: () => Promise.reject(new Error('no video is worked on here')) }
  })
  const ownHold = createHoldStore(database)
  const cards = { cardOf: () => null, cardTo: plainCard, picture: () => null }
  const approvals = createApprovals(context, createApprovedCards(context, { accounts: service, cards }))
  const hold = () => ownHold.read()
  const outbox = createOutbox(context, { accounts: service, media: media.service, cards, limits, guard: { hold, answerAgainst: approvals.objectionToJob, objectionTo: approvals.objectionToJob }, seal: { advance: () => undefined, tell: () => undefined }, canReach: needs.isOnline, atPoint: needs.atPoint })
  approvals.onRefused((postId, { comment }) => outbox.service.noteRefused(postId, comment))
  const posts = createPosts(context, { accounts: service, media: media.service, outbox: outbox.service, approvals, cards, mediaHost: { isReady: () => true }, voice: { read: () => defaultVoice } })
  const safety = createSafety(context, { accounts: service, held: outbox.held, posts: posts.service, own: ownHold, hold })
  const connectivity = {
    onChange(listener: (value: { state: 'online' | 'offline'; since: number }) => void) {
      const call = (): void => listener({ state: needs.isOnline() ? 'online' : 'offline', since: clock.now() })
      life.connectivityChanges.add(call)
      return () => void life.connectivityChanges.delete(call)
    }
  }
  const series = createSeries(context, { accounts: service, posts: posts.service })
  const zones = createZones(context, { posts: posts.service, series: series.service })
  outbox.startBackgroundWork?.()
  zones.startBackgroundWork?.()
  series.startBackgroundWork?.()
  const scheduling = createScheduling(context, { outbox: outbox.work, connectivity, reportTrouble: () => undefined })
  scheduling.startBackgroundWork?.()
  return {
    context,
    outbox,
    posts,
    safety,
    series,
    zones,
    life,
    end() {
      life.isGone = true
      clock.steady.freeze()
      for (const feature of [scheduling, zones, series, outbox, posts, media]) void feature.stop?.()
      database.close()
    }
  }
}

function prepare(database: ReturnType<typeof openDatabase>, accounts: RigAccounts): void {
  for (const migration of workspaceMigrations) migration.up(database)
  database.pragma('user_version = 1')
  const insert = database.prepare(
    `INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
     VALUES (@id, @networkId, @handle, @displayName, @serverUrl, @remoteId, @state, '{}', @id, 0)`
  )
  for (const { id, networkId, handle, displayName, serverUrl, remoteId, state } of accounts.all) insert.run({ id, networkId, handle, displayName, serverUrl, remoteId, state })
}
