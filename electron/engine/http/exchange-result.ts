export interface ExchangeAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** `cause` is what Node threw. `sent` as in HttpFailure: known from the socket, not guessed from the error. */
export type ExchangeResult =
  | { readonly ok: true; readonly answer: ExchangeAnswer }
  | { readonly ok: false; readonly sent: 'no' | 'maybe'; readonly wasReused: boolean; readonly cause: unknown }
