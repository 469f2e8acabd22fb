import type { z } from 'zod'
import { unavailableWorkspaceSchema } from '../../../shared/contract/studio.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { UnavailableReason } from '../../../shared/workspaces/passing-reasons.ts'

export type Unavailable = z.output<typeof unavailableWorkspaceSchema>

const reasons = unavailableWorkspaceSchema.shape.reason.options

/** Why a workspace that is listed could not be opened. */
export function unavailableReason(error: StudioError): UnavailableReason {
  return reasons.find((reason) => reason === error.code) ?? 'database_damaged'
}
