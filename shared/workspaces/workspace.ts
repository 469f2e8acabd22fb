import { z } from 'zod'
import { idSchema, instantSchema, timeZoneSchema } from '../contract/identifiers.ts'
import { defaultSafety, workspaceSafetySchema } from './workspace-safety.ts'

/** The client colours on offer; each has tokens for light and dark with enough contrast (`renderer/styles/tokens.css`). */
export const clientColours = [
  'brick', 'terracotta', 'amber', 'olive', 'moss', 'pine', 'teal', 'ocean', 'indigo', 'violet', 'plum', 'rose'
] as const
export const clientColourSchema = z.enum(clientColours)
export type ClientColour = z.infer<typeof clientColourSchema>

export const workspaceSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(80),
  colour: clientColourSchema,
  timeZone: timeZoneSchema,
  /** A post late by less than this many minutes still goes by itself; later than that the user is asked. */
  lateGraceMinutes: z.int().min(0).max(1440),
  safety: workspaceSafetySchema.default(defaultSafety),
  /** `practice` workspaces hold only the practice network and say so on every screen. */
  kind: z.enum(['client', 'practice']),
  createdAt: instantSchema
})
export type Workspace = z.infer<typeof workspaceSchema>
