import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { excerptOf } from '../../../shared/posts/excerpt.ts'
import { mediaIdsOf, partCount } from '../../../shared/posts/post-parts.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createTemplatesRepository, type TemplateRecord } from './templates-repository.ts'

const missing = studioError('not_found', 'no such template in this workspace')

/** Contents that one client's posts begin with. A post takes a copy, and so does a template. */
export function createTemplates(context: WorkspaceContext, { posts }: { readonly posts: Pick<PostsService, 'createDraft'> }): Feature {
  const repository = createTemplatesRepository(context.database)

  function write(template: Omit<TemplateRecord, 'updatedAt'>): Template {
    const saved = { ...template, updatedAt: context.clock.now() }
    repository.write(saved)
    told(saved.id)
    return summaryOf(saved)
  }

  const told = (templateId: string): void => context.emit('templates.changed', { workspaceId: context.workspace().id, ids: [templateId] })

  return {
    handlers: {
      'templates.list': () => succeed({ templates: repository.list().map(summaryOf).map((template) => ({ template, key: foldText(template.name) })).toSorted(byKey).map(({ template }) => template) }),
      'templates.read': ({ templateId }) => {
        const template = repository.read(templateId)
        return template === null ? fail(missing) : succeed({ id: template.id, name: template.name, content: template.content })
      },
      'templates.save': ({ template }) => succeed(write(template)),
      'templates.rename': ({ templateId, name }) => {
        const template = repository.read(templateId)
        return template === null ? fail(missing) : succeed(write({ ...template, name }))
      },
      'templates.remove': ({ templateId }) => {
        // Removed already: the answer was lost.
        if (repository.remove(templateId)) told(templateId)
        return succeed({})
      },
      'templates.use': ({ templateId, newPostId, plannedFor }) => {
        const template = repository.read(templateId)
        if (template === null) return fail(missing)
        const made = posts.createDraft({ postId: newPostId, content: template.content, plannedFor })
        return made.ok ? succeed({}) : made
      }
    }
  }
}

function summaryOf({ id, name, content, updatedAt }: TemplateRecord): Template {
  return { id, name, excerpt: excerptOf(content.title, documentToText(content.document)), partCount: partCount(content), imageCount: mediaIdsOf(content).length, updatedAt }
}

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}
