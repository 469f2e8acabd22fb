/** What the four formats say, put side by side before anything is made of it. Texts are as they stand in the document. */
export interface RawFeed {
  /** In order of preference. */
  readonly titles: readonly RawText[]
  readonly site: string | undefined
  readonly base: string | undefined
  readonly items: readonly RawItem[]
  readonly askedIntervalMs: number | null
}

/** `plain`: no markup, `<` is a `<`. `html`: markup, or perhaps plain text; RSS never says. */
export interface RawText {
  readonly kind: 'plain' | 'html'
  readonly value: string | undefined
}

/** Everything that an item, or one of its namespaces, says; each list in order of preference, with gaps. */
export interface RawFacts {
  readonly links: readonly (string | undefined)[]
  readonly titles: readonly RawText[]
  readonly authors: readonly (string | undefined)[]
  readonly summaries: readonly RawText[]
  readonly contents: readonly RawText[]
  readonly dates: readonly (string | undefined)[]
}

export interface RawItem extends RawFacts {
  readonly guid: string | undefined
  readonly base: string | undefined
}

export function html(value: string | undefined): RawText {
  return { kind: 'html', value }
}

export function plain(value: string | undefined): RawText {
  return { kind: 'plain', value }
}

/** The facts of several sources in one, the first sources preferred. */
export function mergeFacts(...parts: readonly Partial<RawFacts>[]): RawFacts {
  return {
    links: parts.flatMap((part) => part.links ?? []),
    titles: parts.flatMap((part) => part.titles ?? []),
    authors: parts.flatMap((part) => part.authors ?? []),
    summaries: parts.flatMap((part) => part.summaries ?? []),
    contents: parts.flatMap((part) => part.contents ?? []),
    dates: parts.flatMap((part) => part.dates ?? [])
  }
}
