import { z } from 'zod'
import { linkDefaultsSchema } from '../links/link-tags.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const linkTagsContract = {
  /** What the client's links say unless somebody writes something else. */
  'linkTags.read': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: linkDefaultsSchema }),
  'linkTags.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, defaults: linkDefaultsSchema }), output: linkDefaultsSchema })
} as const
