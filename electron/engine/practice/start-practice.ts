import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Workspaces } from '../workspaces/workspaces-service.ts'
import { namePractice } from './name-practice.ts'

/**
 * `practice.start`: a workspace of kind `practice`, filled. The same id again gives the same workspace, and finishes what a crash has left
 * half done.
 */
export function createPracticeHandlers(workspaces: Pick<Workspaces, 'create' | 'find' | 'list'>): RequestHandlers {
  return {
    'practice.start': async ({ workspaceId, language, timeZone }): Promise<Result<{ workspaceId: string }>> => {
      const look = namePractice(language, workspaces.list())
      const created = await workspaces.create({ id: workspaceId, ...look, timeZone, kind: 'practice' })
      if (!created.ok) return created
      const found = workspaces.find(workspaceId)
      if (!found.ok) return found
      const fill = found.value.services.fillPractice
      if (fill === null) return fail(studioError('conflict', 'this workspace is not one for practice'))
      const filled = await fill(language)
      return filled.ok ? succeed({ workspaceId }) : filled
    }
  }
}
