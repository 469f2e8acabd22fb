import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { SeriesRepository } from './series-repository.ts'

export interface SeriesNeeds {
  readonly context: WorkspaceContext
  readonly repository: SeriesRepository
  readonly posts: PostsService
  readonly accounts: Pick<AccountsService, 'list'>
}
