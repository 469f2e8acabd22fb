/** What a person gave for one proxy. It leaves the engine to that proxy alone, and to the keychain. */
export interface ProxyLogin {
  readonly name: string
  readonly password: string
}
