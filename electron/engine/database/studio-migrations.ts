import type { Migration } from './migration.ts'
import { studioMigration0001 } from './migrations/studio/0001-studio.ts'
import { studioMigration0002 } from './migrations/studio/0002-workspace-safety.ts'
import { studioMigration0003 } from './migrations/studio/0003-hold.ts'
import { studioMigration0004 } from './migrations/studio/0004-removals.ts'
import { studioMigration0005 } from './migrations/studio/0005-restored-hold.ts'
import { studioMigration0006 } from './migrations/studio/0006-lineages.ts'
import { studioMigration0007 } from './migrations/studio/0007-requests-taken.ts'
import { studioMigration0008 } from './migrations/studio/0008-witness.ts'
import { studioMigration0009 } from './migrations/studio/0009-removals-begun.ts'

/** All steps of `studio.db`, in order. Add the next one at the end. */
export const studioMigrations: readonly Migration[] = [studioMigration0001, studioMigration0002, studioMigration0003, studioMigration0004, studioMigration0005, studioMigration0006, studioMigration0007, studioMigration0008, studioMigration0009]
