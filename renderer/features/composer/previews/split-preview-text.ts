/** A stretch of a post as a network shows it. */
export interface PreviewSegment {
  readonly kind: 'text' | 'link' | 'mention' | 'hashtag'
  readonly text: string
}

type PreviewedNetwork = 'bluesky' | 'dailymotion' | 'facebook' | 'instagram' | 'linkedin' | 'mastodon' | 'telegram' | 'threads' | 'tiktok' | 'youtube'

const patterns: Readonly<Record<PreviewedNetwork, RegExp>> = {
  // Bluesky: handles are domain names; the client shows addresses without their scheme.
  bluesky: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[\s(])(?<mention>@[a-z0-9-]+(?:\.[a-z0-9-]+)+)|(?<=^|\s)(?<hashtag>#(?=[^\s#]*[^\d\s#\p{P}])[^\s#\p{P}]+(?:_[^\s#\p{P}]+)*)/giu,
  // Dailymotion: hashtags and addresses; nobody can be named.
  dailymotion: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu,
  // Facebook: names become mentions only by choosing them there.
  facebook: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu,
  // LinkedIn: hashtags of letters and figures; names become mentions only by choosing them there.
  linkedin: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{M}\p{N}]*\p{L})[\p{L}\p{M}\p{N}]+(?![\p{L}\p{M}\p{N}_]))/giu,
  // Instagram: addresses stay dead words.
  instagram: /(?<=^|[^\w/])(?<mention>@\w(?:[\w.]{0,28}\w)?)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu,
  // Threads: one topic at most, which may stand as a hashtag.
  threads: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w/])(?<mention>@\w(?:[\w.]{0,28}\w)?)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu,
  // Mastodon: a mention may name its server.
  mastodon: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w/])(?<mention>@\w+(?:@[\w-]+(?:\.[\w-]+)+)?)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_·]*[\p{L}_])[\p{L}\p{M}\p{N}_·]+)/giu,
  // Telegram: names of five letters and more, https://core.telegram.org/method/account.checkUsername (read on 2026-11-21).
  telegram: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w/])(?<mention>@[a-z]\w{4,31})|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu,
  // TikTok: addresses stay dead words.
  tiktok: /(?<=^|[^\w/])(?<mention>@\w(?:[\w.]{0,22}\w)?)|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu,
  // YouTube: handles of channels, https://support.google.com/youtube/answer/11585688 (read on 2026-11-21).
  youtube: /(?<link>https?:\/\/[^\s<>"]+)|(?<=^|[^\w/])(?<mention>@[\p{L}\p{N}_·][\p{L}\p{N}._·-]{1,28}[\p{L}\p{N}_])|(?<=^|[^\w&/])(?<hashtag>#(?=[\p{L}\p{M}\p{N}_]*[\p{L}_])[\p{L}\p{M}\p{N}_]+)/giu
}

const closingPunctuation = /[.,;:!?)\]»”’…]+$/u

/** Cuts a text into what the network will show as plain text, link, mention and hashtag; joined again it is the very same text. */
export function splitPreviewText(text: string, network: PreviewedNetwork): readonly PreviewSegment[] {
  const segments: PreviewSegment[] = []
  let end = 0
  for (const match of text.matchAll(patterns[network])) {
    const kind = match.groups?.['link'] ? 'link' : match.groups?.['mention'] ? 'mention' : 'hashtag'
    const found = kind === 'link' ? match[0].replace(closingPunctuation, '') : match[0]
    if (match.index > end) segments.push({ kind: 'text', text: text.slice(end, match.index) })
    segments.push({ kind, text: found })
    end = match.index + found.length
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) })
  return segments
}

/** As Bluesky's and Mastodon's clients shorten an address: without scheme and `www.`, the rest cut after 30 characters. */
export function shortenAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/i, '')
  return bare.length > 30 ? `${bare.slice(0, 30)}…` : bare
}
