import { postFormats, type PostFormat } from '../posts/post-format.ts'
import type { FormatRule } from './format-rule.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'

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
  // The network's own hour is for ordinary posts, unless it says so; a thread is one post there in any case.
  const { nativeSchedule, firstComment, video: _ofPosts, ...rest } = network
  const ofItsHour = nativeSchedule === undefined || rule.scheduled === undefined ? {} : { nativeSchedule }
  const ofFormat = { ...(rule.video === undefined ? {} : { video: rule.video }), ...(rule.title === undefined ? {} : { hasTitle: true, title: rule.title }) }
  return { ...rest, ...ofItsHour, threads: 'joined', images: { ...network.images, ...rule.images }, ...ofFormat, ...(firstComment === undefined || rule.wordless !== undefined ? {} : { firstComment }) }
}
