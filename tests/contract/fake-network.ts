/** A request as a fake network sees it. */
export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** How many the body has, which a text of a file does not tell. */
  readonly bytes?: number
  /** The body when it is JSON; `{}` otherwise. */
  readonly json: Readonly<Record<string, unknown>>
}

export interface FakeAnswer {
  readonly status: number
  readonly json: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A network in memory, of one account, that behaves; what goes wrong is done by the hostile server in front of it. */
export interface FakeNetwork {
  answer(request: FakeRequest, origin: string): FakeAnswer
  /** The request that makes the post public. */
  isCreate(request: FakeRequest): boolean
  /** The request that hands over an image. */
  isUpload(request: FakeRequest): boolean
  /** What other people can see, by texts. */
  visible(): readonly string[]
  /** What the visible posts of ours quote, by remote ids; left out where the network has no quotes. */
  quoted?(): readonly string[]
  /** What waits there to be published at its time, by texts; left out where the network has no such thing. */
  waiting?(): readonly string[]
  /** The request that hands a post over. */
  isHandOver?(request: FakeRequest): boolean
  /** The request that asks for what waits there under this id; left out where its address ends with the id. */
  isLook?(request: FakeRequest, scheduledId: string): boolean
  /** What was done beside publishing and is in force, one word for each: `repost`, `hide`, `mute`, `block`; each `report` by itself. */
  inForce(): readonly string[]
  /** Which posts of ours are pinned, by texts, the last one first; left out where nothing of the account's can be pinned by programs. */
  pinned?(): readonly string[]
  /** The person posts what was handed over as a draft; left out where nothing is. */
  postsDraft?(remoteId: string): void
  /** Somebody answers our post or names us; gives the remote id of the item. */
  hear(text: string): string
  /** Somebody posts; gives the remote id. Left out where what `hear` gives can be quoted, or nothing can. */
  posts?(text: string): string
  /** Somebody writes in private; gives the remote id of the conversation. Only where private messages cost money. */
  writesPrivately?(): string
  /** Somebody quotes a post of ours; gives the remote id of the quote. Only where our post can be taken out of it. */
  hearQuote?(text: string): string
  /** The same below a post of ours, where only such answers are ours to hide; left out where `hear` does so, or nobody asks. */
  hearBelowOurs?(text: string): string
}

export const ok = (json: unknown): FakeAnswer => ({ status: 200, json })
export const notFound: FakeAnswer = { status: 404, json: { error: 'Record not found', code: 'rest_no_route', message: 'not found' } }
