import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { largestPostFile, type PastPost } from '../../../shared/past-posts/past-post.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { ReadArchived } from './archived-post.ts'
import { createPastPostsRepository } from './past-posts-repository.ts'
import { readGooglePlusHtml } from './read-googleplus-html.ts'
import { readGooglePlusJson } from './read-googleplus-json.ts'

export interface PastPostsNeeds {
  readonly posts: Pick<PostsService, 'writeDraft' | 'summary' | 'tell'>
  readonly accounts: Pick<AccountsService, 'list'>
  readonly media: Pick<MediaService, 'list'>
}

type Taken = RequestOutput<'pastPosts.take'>['results'][number]

const missing = studioError('not_found', 'no such past post in this workspace')
/** A draft has no more; the others stay with the past post. */
const mostInDraft = 20

/** What the client published on networks that are gone: found by its words, and written again as a draft. Nothing of it can go out by itself. */
export function createPastPosts(context: WorkspaceContext, { posts, accounts, media }: PastPostsNeeds): Feature {
  const repository = createPastPostsRepository(context.database)
  const told = (): void => context.emit('pastPosts.changed', { workspaceId: context.workspace().id, ids: [] })

  function take(path: string, read: ReadArchived, importId: string): Taken {
    if (read === 'other' || read === 'unreadable') return { path, outcome: read, pastPostId: null, wanted: [] }
    const known = repository.idOf(read.key)
    const pastPostId = known ?? context.random.id()
    if (known === null) repository.add(pastPostId, read, importId)
    return { path, outcome: known === null ? 'added' : 'known', pastPostId, wanted: [...repository.wanted(pastPostId)] }
  }

  function openDraft(pastPostId: string, newPostId: string): Result<{ postId: string; isNew: boolean }> {
    const past = repository.read(pastPostId)
    if (past === null) return fail(missing)
    if (past.draftId !== null && posts.summary(past.draftId)?.status === 'draft') return succeed({ postId: past.draftId, isNew: false })
    const here = new Set(media.list(past.media.flatMap(({ mediaId }) => mediaId ?? [])).map(({ id }) => id))
    // As in a new post, the client's accounts are chosen already.
    const content: PostContent = { ...contentOf(past, here), targets: accounts.list().map((account) => ({ accountId: account.id, variant: null })) }
    const made = posts.writeDraft({ postId: newPostId, content, plannedFor: null, origin: { kind: 'past', pastPostId, network: past.network, publishedAt: past.publishedAt } })
    if (!made.ok) return made
    repository.setDraft(pastPostId, newPostId)
    return succeed({ postId: newPostId, isNew: true })
  }

  return {
    handlers: {
      'pastPosts.page': ({ text, limit }) => {
        const { posts: found, total } = repository.page(foldText(text).split(/\s+/).filter((word) => word !== ''), limit)
        return succeed({ posts: [...found], total })
      },
      'pastPosts.take': ({ importId, files }) => {
        const read = files.map(({ path, bytes }) => ({ path, read: readFile(path, bytes) }))
        const results = context.database.transaction(() => read.map((each) => take(each.path, each.read, importId))).immediate()
        if (results.some(({ outcome }) => outcome === 'added')) told()
        return succeed({ results })
      },
      'pastPosts.attach': ({ pastPostId, place, mediaId }) => {
        if (media.list([mediaId]).length === 0) return fail(studioError('not_found', 'no such file in this workspace'))
        if (repository.attach(pastPostId, place, mediaId)) told()
        return succeed({})
      },
      'pastPosts.openDraft': ({ pastPostId, newPostId }) => {
        const opened = context.database.transaction(() => openDraft(pastPostId, newPostId)).immediate()
        if (!opened.ok) return opened
        if (opened.value.isNew) {
          posts.tell([opened.value.postId])
          told()
        }
        return succeed({ postId: opened.value.postId })
      },
      'pastPosts.remove': ({ which }) => {
        const { removed, mediaIds } = context.database.transaction(() => repository.remove(which)).immediate()
        if (removed > 0) told()
        return succeed({ removed, mediaIds: [...mediaIds] })
      }
    }
  }
}

function readFile(path: string, bytes: Uint8Array): ReadArchived {
  if (bytes.byteLength > largestPostFile) return 'other'
  const text = new TextDecoder().decode(bytes)
  if (/\.json$/i.test(path)) return readGooglePlusJson(text)
  return /\.html?$/i.test(path) ? readGooglePlusHtml(text) : 'other'
}

function contentOf({ text, link, media }: PastPost, here: ReadonlySet<string>): Omit<PostContent, 'targets'> {
  const words = [text, text.includes(link) ? '' : link].filter((part) => part !== '').join('\n\n')
  return { title: '', document: textToDocument(words), media: media.flatMap(({ mediaId, altText }) => (mediaId !== null && here.has(mediaId) ? [{ mediaId, altText }] : [])).slice(0, mostInDraft) }
}
