import { namesNetwork } from '../../../../shared/links/link-tags.ts'
import { linkSourcesFor } from '../../../../shared/posts/beside-words.ts'
import { withOwn } from '../../../../shared/posts/kept-together.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'

interface LinkFor {
  readonly accountId?: string
  /** What a client calls the networks that it leaves open; left out: as before. */
  readonly sources?: string | null
}

/** Where the post leads: of one account alone where it is named, empty too; else of the post. */
export function setLink(content: PostContent, link: string, { accountId, sources = linkSourcesFor(content, accountId) ?? null }: LinkFor): PostContent {
  const names = sources === null || !namesNetwork(link) ? {} : { linkSources: sources }
  if (accountId !== undefined) return withOwn(content, accountId, ({ linkSources: _before, ...target }) => ({ ...target, link, ...names }))
  const { link: before = '', linkSources, ...rest } = content
  if (link === before && linkSources === names.linkSources) return content
  return link === '' ? rest : { ...rest, link, ...names }
}

export function followLink(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, ({ link: _own, linkSources: _names, ...target }) => target)
}
