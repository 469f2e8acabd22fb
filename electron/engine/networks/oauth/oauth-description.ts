/** How a network speaks OAuth 2 (RFC 6749), as data: everything in which networks differ. */
export interface OAuthDescription {
  /** The network's own name, for messages. */
  readonly name: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  /** RFC 7009; null: the access ends only in the network's own settings. */
  readonly revocationEndpoint: string | null
  /** Named by the redirect (RFC 9207), and compared when it is; null: the network names none. */
  readonly issuer: string | null
  readonly scopes: readonly string[]
  /** Asked for too where the person says that the app has them. */
  readonly moreScopes?: readonly string[]
  /** `S256_hex`: S256 with the challenge written in hexadecimal figures, not as RFC 7636 has it (TikTok, for programs on a desktop). */
  readonly pkce: 'S256' | 'S256_hex' | 'none'
  /** What the network calls the id of an app. Left out: `client_id`. */
  readonly clientIdName?: string
  /** What stands between scopes. Left out: a space. */
  readonly scopeSeparator?: string
  /** Which token is given back at the end, where the network takes but one kind. Left out: the one that renews, which ends both. */
  readonly revokes?: 'access_token'
  /** How an app that has a secret shows it: as Basic (RFC 6749, section 2.3.1) or within the form. `always_basic`: one without a secret too, with none behind the colon. */
  readonly clientAuthentication: 'basic' | 'always_basic' | 'form'
  /** What else the login page has to be told. */
  readonly loginParameters: Readonly<Record<string, string>>
  /** What else the token endpoint has to be told with the code of a login. */
  readonly exchangeParameters?: Readonly<Record<string, string>>
  /** How long a refresh token that is not used lasts, in ms, where the answer does not say; null: it does not end. */
  readonly refreshTokenLifetime: number | null
}
