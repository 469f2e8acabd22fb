import type Database from 'better-sqlite3'
import { z } from 'zod'
import { accountSchema, type Account, type AccountState, type UnservedAccount } from '../../../shared/accounts/account.ts'
import { tellsLimits, type ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { rightsLacking } from '../../../shared/accounts/rights.ts'
import { networkIdSchema, type NetworkId } from '../../../shared/networks/network-id.ts'
import { parseJson } from '../http/parse-json.ts'
import type { AccountIdentity } from '../networks/network-connect.ts'

/** An account as it is stored. The reference names the secret's place in the keychain; it leaves the accounts feature only towards main. */
export interface AccountRecord {
  readonly account: Account
  /** What the network said that the login may do; null: not told. */
  readonly granted: readonly string[] | null
  /** When its server last told `serverLimits`; null: not since that is kept. */
  readonly limitsReadAt: number | null
  readonly secretReference: string
  readonly isRemoved: boolean
}

/** The row of an account whose network is none that this version knows. */
export interface ForeignRecord {
  readonly account: UnservedAccount
  readonly secretReference: string
  readonly isRemoved: boolean
}

const foreignRowSchema = z
  .object({ id: z.string(), network_id: z.string(), handle: z.string(), display_name: z.string(), server_url: z.string(), secret_reference: z.string(), removed_at: z.int().nullable() })
  .transform((row): ForeignRecord => ({
    account: { id: row.id, networkName: row.network_id, handle: row.handle, displayName: row.display_name, serverUrl: row.server_url },
    secretReference: row.secret_reference,
    isRemoved: row.removed_at !== null
  }))

const rightsSchema = z.array(z.string()).nullable().catch(null)

const rowSchema = z
  .object({
    id: z.string(),
    network_id: z.string(),
    handle: z.string(),
    display_name: z.string(),
    server_url: z.string(),
    remote_id: z.string(),
    state: z.string(),
    access_ends_at: z.int().nullable(),
    server_limits: z.string().transform((text): unknown => JSON.parse(text)),
    secret_reference: z.string(),
    last_checked_at: z.int().nullable(),
    connected_at: z.int(),
    begins_with_terms: z.int(),
    limits_read_at: z.int().nullable(),
    granted_rights: z.string().nullable().transform((text) => (text === null ? null : rightsSchema.parse(parseJson(text)))),
    removed_at: z.int().nullable()
  })
  .transform((row): AccountRecord => ({
    account: accountSchema.parse({
      id: row.id,
      networkId: row.network_id,
      handle: row.handle,
      displayName: row.display_name,
      serverUrl: row.server_url,
      remoteId: row.remote_id,
      state: row.state,
      accessEndsAt: row.access_ends_at,
      serverLimits: row.server_limits,
      lastCheckedAt: row.last_checked_at,
      connectedAt: row.connected_at,
      ...(row.begins_with_terms === 1 ? { beginsWithTerms: true } : {}),
      ...lackingOf(row)
    }),
    granted: row.granted_rights,
    limitsReadAt: row.limits_read_at,
    secretReference: row.secret_reference,
    isRemoved: row.removed_at !== null
  }))

function lackingOf({ network_id, granted_rights }: { readonly network_id: string; readonly granted_rights: readonly string[] | null }): Pick<Account, 'lacksRights'> {
  const networkId = networkIdSchema.safeParse(network_id)
  const lacking = networkId.success ? rightsLacking(networkId.data, granted_rights) : []
  return lacking.length === 0 ? {} : { lacksRights: [...lacking] }
}

export interface AccountsRepository {
  /** Of the networks that this version knows; also the removed ones, oldest first. */
  listAll(): readonly AccountRecord[]
  /** Of all others; also the removed ones, oldest first. */
  listForeign(): readonly ForeignRecord[]
  /** null when it is not here, or of a network that this version does not know. */
  find(accountId: string): AccountRecord | null
  /** The row of the same remote account, removed or not. */
  findSame(networkId: NetworkId, identity: Pick<AccountIdentity, 'serverUrl' | 'remoteId'>): AccountRecord | null
  insert(accountId: string, networkId: NetworkId, secretReference: string, identity: AccountIdentity, now: number): void
  /** Who the account is now; also brings a removed one back. `connectedAt` null: no new login, and what is not told of its rights stays as it was. */
  updateIdentity(accountId: string, identity: AccountIdentity, now: number, connectedAt: number | null): void
  setState(accountId: string, state: AccountState): void
  setAccessEndsAt(accountId: string, accessEndsAt: number | null): void
  setGranted(accountId: string, granted: readonly string[]): void
  setBeginsWithTerms(accountId: string, does: boolean): void
  setServerLimits(accountId: string, limits: ServerLimits, readAt: number): void
  markRemoved(accountId: string, now: number): void
}

const networkOfRow = z.object({ network_id: networkIdSchema })
const isKnown = (row: unknown): boolean => networkOfRow.safeParse(row).success

export function createAccountsRepository(database: Database.Database): AccountsRepository {
  const selectAll = database.prepare('SELECT * FROM accounts ORDER BY connected_at, rowid')
  const selectOne = database.prepare('SELECT * FROM accounts WHERE id = ?')
  // A DID is the same account wherever it lives; other identifiers count within their server only.
  const selectSame = database.prepare(
    `SELECT * FROM accounts WHERE network_id = @networkId AND remote_id = @remoteId AND (server_url = @serverUrl OR substr(remote_id, 1, 4) = 'did:')`
  )
  const insert = database.prepare(
    `INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, access_ends_at, server_limits, secret_reference, last_checked_at, connected_at, granted_rights, limits_read_at)
     VALUES (@id, @networkId, @handle, @displayName, @serverUrl, @remoteId, 'connected', @accessEndsAt, @serverLimits, @secretReference, @now, @now, @granted, @limitsReadAt)`
  )
  const updateIdentity = database.prepare(
    `UPDATE accounts SET handle = @handle, display_name = @displayName, server_url = @serverUrl, state = 'connected', access_ends_at = @accessEndsAt,
     server_limits = CASE WHEN @limitsReadAt IS NULL THEN server_limits ELSE @serverLimits END, limits_read_at = coalesce(@limitsReadAt, limits_read_at), last_checked_at = @now, connected_at = coalesce(@connectedAt, connected_at), granted_rights = CASE WHEN @connectedAt IS NULL THEN coalesce(@granted, granted_rights) ELSE @granted END, removed_at = NULL WHERE id = @id`
  )
  const setState = database.prepare('UPDATE accounts SET state = ? WHERE id = ?')
  const setAccessEndsAt = database.prepare('UPDATE accounts SET access_ends_at = ? WHERE id = ?')
  const setGranted = database.prepare('UPDATE accounts SET granted_rights = ? WHERE id = ?')
  const setBeginsWithTerms = database.prepare('UPDATE accounts SET begins_with_terms = ? WHERE id = ?')
  const setServerLimits = database.prepare('UPDATE accounts SET server_limits = ?, limits_read_at = ? WHERE id = ?')
  const markRemoved = database.prepare('UPDATE accounts SET removed_at = ? WHERE id = ?')

  const toRecord = (row: unknown): AccountRecord | null => (row === undefined || !isKnown(row) ? null : rowSchema.parse(row))
  // A server that was silent at a login has not taken back what it said before.
  const columnsOf = ({ handle, displayName, serverUrl, accessEndsAt, serverLimits, granted }: AccountIdentity, now: number) => ({
    handle, displayName, serverUrl, accessEndsAt, serverLimits: JSON.stringify(serverLimits), limitsReadAt: tellsLimits(serverLimits) ? now : null, granted: granted === undefined ? null : JSON.stringify(granted)
  })
  return {
    listAll: () => selectAll.all().filter(isKnown).map((row) => rowSchema.parse(row)),
    listForeign: () => selectAll.all().filter((row) => !isKnown(row)).map((row) => foreignRowSchema.parse(row)),
    find: (accountId) => toRecord(selectOne.get(accountId)),
    findSame: (networkId, { serverUrl, remoteId }) => toRecord(selectSame.get({ networkId, serverUrl, remoteId })),
    insert(accountId, networkId, secretReference, identity, now) {
      insert.run({ ...columnsOf(identity, now), id: accountId, networkId, secretReference, remoteId: identity.remoteId, now })
    },
    updateIdentity(accountId, identity, now, connectedAt) {
      updateIdentity.run({ ...columnsOf(identity, now), id: accountId, now, connectedAt })
    },
    setState: (accountId, state) => void setState.run(state, accountId),
    setAccessEndsAt: (accountId, accessEndsAt) => void setAccessEndsAt.run(accessEndsAt, accountId),
    setGranted: (accountId, granted) => void setGranted.run(JSON.stringify(granted), accountId),
    setBeginsWithTerms: (accountId, does) => void setBeginsWithTerms.run(does ? 1 : 0, accountId),
    setServerLimits: (accountId, limits, readAt) => void setServerLimits.run(JSON.stringify(limits), readAt, accountId),
    markRemoved: (accountId, now) => void markRemoved.run(now, accountId)
  }
}
