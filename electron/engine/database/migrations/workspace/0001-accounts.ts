import type { Migration } from '../../migration.ts'

/**
 * `workspace_identity`: the file knows whose it is, so that a folder handed over, or a lost `studio.db`, can be listed again.
 * `restorations`: the file was put back from a backup; unsettled until the studio's list knows it and the features have dealt with what may
 * have happened in the lost span. `maintenance`: when something was last done that is done now and then.
 * `accounts`: who the workspace speaks as. A removed account keeps its row (`removed_at`) because history points at it; its secret is gone.
 * `secret_reference` is the name of the entry in the keychain, never a secret.
 */
export const migration0001: Migration = {
  version: 1,
  name: 'identity, restorations, accounts',
  up(database) {
    database.exec(`
      CREATE TABLE workspace_identity (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        workspace TEXT NOT NULL
      ) STRICT;

      CREATE TABLE restorations (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        restored_to INTEGER,
        damaged_file_name TEXT NOT NULL,
        settled_at INTEGER
      ) STRICT;

      CREATE TABLE maintenance (
        what TEXT PRIMARY KEY,
        at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        network_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        display_name TEXT NOT NULL,
        server_url TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('connected', 'needs_login', 'secret_missing')),
        access_ends_at INTEGER,
        server_limits TEXT NOT NULL,
        secret_reference TEXT NOT NULL UNIQUE,
        last_checked_at INTEGER,
        connected_at INTEGER NOT NULL,
        removed_at INTEGER,
        UNIQUE (network_id, server_url, remote_id)
      ) STRICT;

      -- A DID is the same account on whatever server it lives.
      CREATE UNIQUE INDEX accounts_by_did ON accounts (network_id, remote_id) WHERE substr(remote_id, 1, 4) = 'did:';
    `)
  }
}
