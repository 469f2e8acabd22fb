import type { z } from 'zod'
import type { unavailableWorkspaceSchema } from '../../../shared/contract/studio.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'

export type Unavailable = z.output<typeof unavailableWorkspaceSchema>
export type UnavailableReason = Unavailable['reason']

/** Why a workspace that is listed could not be opened. */
export function unavailableReason(error: StudioError): UnavailableReason {
  return error.code === 'database_from_the_future' || error.code === 'disk_full' ? error.code : 'database_damaged'
}
