/** The engine's only source of randomness, so that tests are repeatable. */
export interface Random {
  /** A version 4 UUID. */
  id(): string
  /** Evenly spread in [0, 1). */
  fraction(): number
  bytes(length: number): Uint8Array
}
