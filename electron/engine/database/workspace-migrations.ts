import type { Migration } from './migration.ts'
import { migration0001 } from './migrations/workspace/0001-accounts.ts'

/** All steps of a workspace's database, in order. Add the next one at the end. */
export const workspaceMigrations: readonly Migration[] = [migration0001]
