import { postFormats, type PostFormat } from '../posts/post-format.ts'
import type { ImageRule, NetworkCapabilities, VideoRule } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

/** What a network asks of a reel or a story, where it differs from an ordinary post. */
export interface FormatRule {
  /** Only what differs. */
  readonly images: Partial<ImageRule>
  readonly video: VideoRule
  /** The interface takes no words with it, and none below it: they are not sent. */
  readonly wordless?: Sourced<true>
  /** How long it stands there, in ms. Left out: as long as any post. */
  readonly endsAfter?: Sourced<number>
  /** Width by height of the frame that the network shows it in: another picture stands between bars, or is cut. */
  readonly frame: Sourced<number>
  /** What the network draws over it, as parts of the height: nothing that matters should stand there. */
  readonly covered: Sourced<{ readonly top: number; readonly bottom: number }>
}

/** The formats that an account may be given a post in, beside an ordinary one. */
export function formatsOf({ formats }: Pick<NetworkCapabilities, 'formats'>): readonly PostFormat[] {
  return postFormats.filter((format) => formats?.[format] !== undefined)
}

export function formatRuleOf({ formats }: Pick<NetworkCapabilities, 'formats'>, format: PostFormat | undefined): FormatRule | null {
  return format === undefined ? null : (formats?.[format] ?? null)
}

/** The network as such a post has it. One that the network does not know is an ordinary post. */
export function withFormat(network: NetworkCapabilities, format: PostFormat | undefined): NetworkCapabilities {
  const rule = formatRuleOf(network, format)
  if (rule === null) return network
  // The network's own hour is for ordinary posts; a thread is one post there in any case.
  const { nativeSchedule: _, firstComment, ...rest } = network
  return { ...rest, threads: 'joined', images: { ...network.images, ...rule.images }, video: rule.video, ...(firstComment === undefined || rule.wordless !== undefined ? {} : { firstComment }) }
}
