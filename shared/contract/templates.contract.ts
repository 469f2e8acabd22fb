import { z } from 'zod'
import { templateContentSchema, templateNameSchema, templateSchema } from '../templates/template.ts'
import { idSchema, localDateTimeSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneTemplate = { ...workspaceScope, templateId: idSchema } as const

export const templatesContract = {
  /** What the client's posts can begin with, by name. */
  'templates.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ templates: z.array(templateSchema) }) }),
  'templates.read': request({ handledBy: 'engine', effect: 'read', input: z.object(oneTemplate), output: templateContentSchema }),
  /** New, or instead of the one with this id. Its images are kept as long as it is. */
  'templates.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, template: templateContentSchema }), output: templateSchema }),
  'templates.rename': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneTemplate, name: templateNameSchema }), output: templateSchema }),
  'templates.remove': request({ handledBy: 'engine', effect: 'write', input: z.object(oneTemplate), output: z.object({}) }),
  /**
   * A new draft with the template's content: texts, own texts, parts, images; without accounts and images that are gone. The same `newPostId` again makes no second
   * one. `plannedFor`: wall-clock time in the workspace's zone.
   */
  'templates.use': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneTemplate, newPostId: idSchema, plannedFor: localDateTimeSchema.nullable() }), output: z.object({}) })
} as const
