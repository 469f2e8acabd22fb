import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { writeMastodonSecret } from '../networks/mastodon/mastodon-secret.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import { hashSecret } from './record/clients-record.ts'
import type { PracticeRecord } from './record/practice-record.ts'

/** Everything the adapter asks for; see `mastodon-authorization-server.ts`. */
const scopes = 'read:accounts read:statuses read:notifications write:accounts write:statuses write:media write:favourites write:mutes write:blocks write:reports'

/**
 * The keychain of a practice workspace, in its place: the access to a network that lives in this very engine guards nothing, so it is made
 * anew at each start and kept in memory only. Practice therefore works on computers without a keychain, and leaves nothing in those that
 * have one. All else (sessions, renewals, removal) goes the way of every account.
 */
export function createPracticeSecrets(issue: () => Promise<string | null>): EngineSecrets {
  const kept = new Map<string, string>()
  return {
    async get(reference) {
      const known = kept.get(reference)
      if (known !== undefined) return succeed(known)
      const secret = await issue()
      if (secret === null) return fail(studioError('unreachable', 'the practice network does not run', { retryable: true }))
      kept.set(reference, secret)
      return succeed(secret)
    },
    put(reference, secret) {
      kept.set(reference, secret)
      return Promise.resolve(succeed(null))
    },
    delete(reference) {
      kept.delete(reference)
      return Promise.resolve(succeed(null))
    }
  }
}

/** Registers Vigie with the network and gives itself a token: the consent that a person gives in the browser elsewhere. The last one ends. */
export function issueOwnSecret(record: PracticeRecord, now: number, newSecret: () => string): string {
  const secret = { accessToken: newSecret(), clientId: newSecret(), clientSecret: newSecret() }
  record.inOneTransaction(() => {
    const last = record.facts.read('vigie.client')
    if (last !== null) record.clients.remove(last)
    record.clients.add({ id: secret.clientId, secretHash: hashSecret(secret.clientSecret), name: 'Vigie', website: null, redirectUris: [], scopes, createdAt: now })
    record.clients.addToken(secret.accessToken, { clientId: secret.clientId, scopes, forMember: true, createdAt: now })
    record.facts.write('vigie.client', secret.clientId)
  })
  return writeMastodonSecret(secret)
}
