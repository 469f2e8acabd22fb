import type { Migration } from './migration.ts'
import { migration0001 } from './migrations/workspace/0001-accounts.ts'
import { migration0002 } from './migrations/workspace/0002-posts-and-media.ts'
import { migration0003 } from './migrations/workspace/0003-outbox.ts'
import { migration0004 } from './migrations/workspace/0004-inbox.ts'
import { migration0005 } from './migrations/workspace/0005-watch.ts'
import { migration0006 } from './migrations/workspace/0006-overdue-drafts.ts'
import { migration0007 } from './migrations/workspace/0007-woken-conversations.ts'
import { migration0008 } from './migrations/workspace/0008-undo-window.ts'
import { migration0009 } from './migrations/workspace/0009-series.ts'
import { migration0010 } from './migrations/workspace/0010-threads.ts'
import { migration0011 } from './migrations/workspace/0011-hold.ts'
import { migration0012 } from './migrations/workspace/0012-hand-overs.ts'
import { migration0013 } from './migrations/workspace/0013-rate-limits.ts'
import { migration0014 } from './migrations/workspace/0014-approvals.ts'
import { migration0015 } from './migrations/workspace/0015-acts.ts'

/** All steps of a workspace's database, in order. Add the next one at the end. */
export const workspaceMigrations: readonly Migration[] = [migration0001, migration0002, migration0003, migration0004, migration0005, migration0006, migration0007, migration0008, migration0009, migration0010, migration0011, migration0012, migration0013, migration0014, migration0015]
