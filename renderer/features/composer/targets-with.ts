import { mediaOfPart } from '../../../shared/posts/own-media.ts'
import type { PostContent, PostTarget } from '../../../shared/posts/post.ts'

/** The accounts that get the file: among their own ones, else with the post's, or in another part of the thread. */
export function targetsWith({ media, targets, moreParts = [] }: PostContent, mediaId: string): readonly PostTarget[] {
  return targets.filter((target) => [target.media ?? media, ...moreParts.map((part) => mediaOfPart(part, target.accountId))].flat().some((item) => item.mediaId === mediaId))
}
