import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'

export interface LibraryNeeds {
  readonly media: Pick<MediaService, 'list' | 'describe'>
  readonly posts: Pick<PostsService, 'createDraft'>
  readonly accounts: Pick<AccountsService, 'list'>
}

/** What is done with the client's pictures beyond keeping them: posts begin with them. */
export function createLibrary({ media, posts, accounts }: LibraryNeeds): Feature {
  return {
    handlers: {
      'library.openDraft': ({ mediaIds, newPostId, plannedFor }) => {
        const pictures = media.list(mediaIds)
        if (pictures.length === 0) return fail(studioError('not_found', 'no such picture in this workspace'))
        const content: PostContent = {
          title: '',
          document: { type: 'doc', content: [{ type: 'paragraph' }] },
          targets: accounts.list().map((account) => ({ accountId: account.id, variant: null })),
          media: pictures.map(({ id }) => ({ mediaId: id, altText: media.describe(id) }))
        }
        const made = posts.createDraft({ postId: newPostId, content, plannedFor })
        return made.ok ? succeed({ postId: newPostId }) : made
      }
    }
  }
}
