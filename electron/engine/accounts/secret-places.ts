import type { NetworkId } from '../../../shared/networks/network-id.ts'

/** Where the secret of an account in use lies. */
export interface SecretPlace {
  readonly accountId: string
  readonly secretReference: string
}

type PlacesOf = (networkId: NetworkId) => readonly SecretPlace[]

/** Of the accounts of every open workspace, to tell that two would share what only one may have. Nothing of them is shown to another workspace. */
export interface SecretPlaces {
  of: PlacesOf
  /** Returns the function that ends it. */
  join(placesOf: PlacesOf): () => void
}

export function createSecretPlaces(): SecretPlaces {
  const joined = new Set<PlacesOf>()
  return {
    of: (networkId) => [...joined].flatMap((placesOf) => placesOf(networkId)),
    join(placesOf) {
      joined.add(placesOf)
      return () => void joined.delete(placesOf)
    }
  }
}
