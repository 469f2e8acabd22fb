import type { Account } from '../accounts/account.ts'
import type { MediaItem } from '../media/media-item.ts'
import type { FormatRule } from '../networks/format-rule.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { documentToText } from '../text/document-to-text.ts'
import { isInShape } from './check-picture.ts'
import { withTargets, partsFor, type OutgoingPart } from './post-parts.ts'
import type { PostContent } from './post.ts'

export interface FormatProblem {
  readonly code: 'words_left_out' | 'frame_differs' | 'page_shape_differs'
  readonly details: Readonly<Record<string, string>>
}

/** What a reel, a story or a document loses beside an ordinary post, which nobody refuses: words, and what does not fill its frame, which of a document is its first page. */
export function checkFormat(content: PostContent, parts: readonly OutgoingPart[], account: Account, network: NetworkCapabilities, { wordless, screen, pages }: FormatRule, media: readonly MediaItem[]): readonly FormatProblem[] {
  const items = (parts[0]?.media ?? []).flatMap(({ mediaId }) => media.find(({ id }) => id === mediaId) ?? [])
  const [first] = items
  const frame = screen?.frame.value ?? (pages === undefined || first === undefined ? null : first.width / first.height)
  const code = screen === undefined ? 'page_shape_differs' : 'frame_differs'
  const ofFrame = items.flatMap((item): readonly FormatProblem[] => (frame === null || isInShape(item, { min: frame, max: frame }) ? [] : [{ code, details: { mediaId: item.id, fileName: item.fileName } }]))
  return [...(wordless !== undefined && hasWords(content, account, network) ? [{ code: 'words_left_out' as const, details: {} }] : []), ...ofFrame]
}

/** Whether an ordinary post would say something there. */
function hasWords(content: PostContent, account: Account, network: NetworkCapabilities): boolean {
  const ordinary = withTargets(content, content.targets.map(({ accountId, variant, media }) => ({ accountId, variant, ...(media === undefined ? {} : { media }) })))
  return partsFor(ordinary, account, network).some(({ document }) => documentToText(document).trim() !== '')
}
