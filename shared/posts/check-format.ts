import type { Account } from '../accounts/account.ts'
import type { MediaItem } from '../media/media-item.ts'
import type { FormatRule } from '../networks/format-rule.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { documentToText } from '../text/document-to-text.ts'
import { isInShape } from './check-picture.ts'
import { withTargets, partsFor, type OutgoingPart } from './post-parts.ts'
import type { PostContent } from './post.ts'

export interface FormatProblem {
  readonly code: 'words_left_out' | 'frame_differs'
  readonly details: Readonly<Record<string, string>>
}

/** What a reel or a story loses beside an ordinary post, which nobody refuses: words, and what does not fill its frame. */
export function checkFormat(content: PostContent, parts: readonly OutgoingPart[], account: Account, network: NetworkCapabilities, { wordless, frame }: FormatRule, media: readonly MediaItem[]): readonly FormatProblem[] {
  const ofFrame = (parts[0]?.media ?? []).flatMap(({ mediaId }): readonly FormatProblem[] => {
    const item = media.find(({ id }) => id === mediaId)
    return item === undefined || isInShape(item, { min: frame.value, max: frame.value }) ? [] : [{ code: 'frame_differs', details: { mediaId, fileName: item.fileName } }]
  })
  return [...(wordless !== undefined && hasWords(content, account, network) ? [{ code: 'words_left_out' as const, details: {} }] : []), ...ofFrame]
}

/** Whether an ordinary post would say something there. */
function hasWords(content: PostContent, account: Account, network: NetworkCapabilities): boolean {
  const ordinary = withTargets(content, content.targets.map(({ accountId, variant, media }) => ({ accountId, variant, ...(media === undefined ? {} : { media }) })))
  return partsFor(ordinary, account, network).some(({ document }) => documentToText(document).trim() !== '')
}
