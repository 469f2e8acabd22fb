import type { AccountsService } from '../accounts/accounts-service.ts'
import type { LinkCardsService } from '../link-cards/link-cards-service.ts'
import type { MediaHostService } from '../media-host/media-host-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Approvals } from '../safety/approvals.ts'
import type { VoiceService } from '../voice/create-voice.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PostsRepository } from './posts-repository.ts'
import type { PostVersions } from './versions/post-versions.ts'

/** Whom planning a post asks. */
export interface ScheduleNeeds {
  readonly context: WorkspaceContext
  readonly repository: PostsRepository
  readonly outbox: OutboxService
  readonly approvals: Pick<Approvals, 'objectionToContent' | 'decisionOn'>
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly mediaHost: Pick<MediaHostService, 'isReady'>
  readonly versions: Pick<PostVersions, 'keep'>
  readonly cards: Pick<LinkCardsService, 'cardOf' | 'cardTo'>
  readonly voice: VoiceService
}
