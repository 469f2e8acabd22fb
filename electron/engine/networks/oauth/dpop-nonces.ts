/** The last nonce that each server gave for each key. They are no secrets, change every few minutes, and are asked for anew when they are lost. */
export interface DpopNonces {
  last(place: NoncePlace): string | null
  note(place: NoncePlace, nonce: string): void
}

/** A login server and the servers behind it may count separately, also where they share an address (RFC 9449, section 8). */
export interface NoncePlace {
  readonly origin: string
  readonly of: 'login' | 'resource'
  /** Of the key; see Es256Key. */
  readonly x: string
}

/** More than any studio has accounts; what is forgotten costs one refused request. */
const maxPlaces = 500

export function createDpopNonces(): DpopNonces {
  const nonces = new Map<string, string>()
  const nameOf = ({ origin, of, x }: NoncePlace): string => `${of} ${origin} ${x}`

  return {
    last: (place) => nonces.get(nameOf(place)) ?? null,
    note(place, nonce) {
      nonces.delete(nameOf(place))
      nonces.set(nameOf(place), nonce)
      const [oldest] = nonces.keys()
      if (nonces.size > maxPlaces && oldest !== undefined) nonces.delete(oldest)
    }
  }
}
