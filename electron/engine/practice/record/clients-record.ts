import type Database from 'better-sqlite3'
import { z } from 'zod'
import { sha256Of } from '../../sha256.ts'

const clientRow = z.object({
  id: z.string(),
  secretHash: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  redirectUris: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  scopes: z.string(),
  createdAt: z.int()
})
export type ClientRow = z.infer<typeof clientRow>

const tokenRow = z.object({
  clientId: z.string(),
  scopes: z.string(),
  /** false: the client itself (client_credentials), no person. */
  forMember: z.int().transform((value) => value === 1),
  createdAt: z.int()
})
export type TokenRow = z.infer<typeof tokenRow>

/** What the record keeps of a secret: enough to recognise it, nothing to use it with. Secrets here are 32 random bytes, so a plain hash does. */
export function hashSecret(secret: string): string {
  return sha256Of(secret).toString('hex')
}

/** Registered clients and the tokens they were given, as hashes. */
export function createClientsRecord(database: Database.Database) {
  const insert = database.prepare(`
    INSERT INTO clients (id, secret_hash, name, website, redirect_uris, scopes, created_at)
    VALUES (@id, @secretHash, @name, @website, @redirectUris, @scopes, @createdAt)`)
  const byId = database.prepare(`
    SELECT id, secret_hash AS secretHash, name, website, redirect_uris AS redirectUris, scopes, created_at AS createdAt FROM clients WHERE id = ?`)
  const insertToken = database.prepare('INSERT INTO tokens (hash, client_id, scopes, for_member, created_at) VALUES (?, ?, ?, ?, ?)')
  const readToken = database.prepare('SELECT client_id AS clientId, scopes, for_member AS forMember, created_at AS createdAt FROM tokens WHERE hash = ?')
  const deleteToken = database.prepare('DELETE FROM tokens WHERE hash = ? AND client_id = ?')
  const deleteTokens = database.prepare('DELETE FROM tokens WHERE client_id = ?')
  const deleteClient = database.prepare('DELETE FROM clients WHERE id = ?')

  return {
    add(client: ClientRow): void {
      insert.run({ ...client, redirectUris: JSON.stringify(client.redirectUris) })
    },
    read: (id: string): ClientRow | null => clientRow.nullish().parse(byId.get(id)) ?? null,
    /** Forgets a client and ends its tokens. */
    remove(id: string): void {
      deleteTokens.run(id)
      deleteClient.run(id)
    },
    addToken(token: string, row: TokenRow): void {
      insertToken.run(hashSecret(token), row.clientId, row.scopes, row.forMember ? 1 : 0, row.createdAt)
    },
    readToken: (token: string): TokenRow | null => tokenRow.nullish().parse(readToken.get(hashSecret(token))) ?? null,
    removeToken(token: string, clientId: string): void {
      deleteToken.run(hashSecret(token), clientId)
    }
  }
}
export type ClientsRecord = ReturnType<typeof createClientsRecord>
