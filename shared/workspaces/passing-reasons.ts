import type { z } from 'zod'
import type { unavailableWorkspaceSchema } from '../contract/studio.contract.ts'

export type UnavailableReason = z.output<typeof unavailableWorkspaceSchema>['reason']

/** Reasons that pass by themselves, or by what somebody does outside: the client is tried again each minute, and when somebody asks. Nothing of it is damaged. */
export const passingReasons: ReadonlySet<UnavailableReason> = new Set<UnavailableReason>(['disk_full', 'folder_missing', 'not_writable', 'file_locked', 'disk_gone', 'other_client'])
