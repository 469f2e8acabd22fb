/** A feed document as Vigie understands it, whatever it was written in. */
export interface ParsedFeed {
  /** Plain text; empty when the feed has none. */
  readonly title: string
  readonly siteUrl: string | null
  /** In the order of the document. */
  readonly items: readonly ParsedFeedItem[]
  /** How long the publisher asks to wait between two fetches, ms. */
  readonly askedIntervalMs: number | null
}

export interface ParsedFeedItem {
  /** The same for the same item in every later document: its guid, else its address, else a digest of title and date. */
  readonly identity: string
  /** Plain text; empty only when the item says nothing at all. */
  readonly title: string
  readonly author: string
  /** Plain text, at most 2,000 characters. */
  readonly summary: string
  /** The whole text that the feed gives, plain, for the rules; at most 20,000 characters; empty when the summary is all there is. */
  readonly body: string
  readonly url: string | null
  /** ms since the epoch; null when the feed says none that can be read. */
  readonly publishedAt: number | null
}
