import { z } from 'zod'
import { brandSchema } from '../brand/brand.ts'
import { mediaItemSchema } from '../media/media-item.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const brandContract = {
  /** How the client looks. `logo`: the picture that `logoId` names, while it is there. */
  'brand.read': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ brand: brandSchema, logo: mediaItemSchema.nullable() }) }),
  /** Fails with `not_found` when the logo is no picture of this client. */
  'brand.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, brand: brandSchema }), output: brandSchema })
} as const
