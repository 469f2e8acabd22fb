import type { PostContent, PostMedia, PostPart } from './post.ts'

type WithMedia = Pick<PostContent, 'media' | 'targets' | 'moreParts'>

/** What an account has for itself in one of the parts after the first, none of them too; undefined: it gets the part's. */
export function ownMediaIn({ ownMedia = [] }: Pick<PostPart, 'ownMedia'>, accountId: string): PostMedia[] | undefined {
  return ownMedia.find((own) => own.accountId === accountId)?.media
}

/** What goes out with one of the parts after the first for one account: its own, none of them too, else the part's. */
export function mediaOfPart(part: Pick<PostPart, 'media' | 'ownMedia'>, accountId: string): readonly PostMedia[] {
  return ownMediaIn(part, accountId) ?? part.media
}

/** With what these accounts have for themselves, or without a word of it where none has any. */
export function withOwnMediaOf({ ownMedia: _before, ...part }: PostPart, ownMedia: NonNullable<PostPart['ownMedia']>): PostPart {
  return ownMedia.length === 0 ? part : { ...part, ownMedia: [...ownMedia] }
}

/** The same change to every list of pictures that the post has, of all parts and all accounts. */
export function withEachMedia<Content extends WithMedia>(content: Content, change: (media: readonly PostMedia[]) => PostMedia[]): Content {
  const targets = content.targets.map((target) => (target.media === undefined ? target : { ...target, media: change(target.media) }))
  const inPart = (part: PostPart): PostPart => ({ ...part, media: change(part.media), ...(part.ownMedia === undefined ? {} : { ownMedia: part.ownMedia.map((own) => ({ ...own, media: change(own.media) })) }) })
  return { ...content, targets, media: change(content.media), ...(content.moreParts === undefined ? {} : { moreParts: content.moreParts.map(inPart) }) }
}
