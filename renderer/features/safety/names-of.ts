import type { Workspace } from '../../../shared/workspaces/workspace.ts'

/** The clients with these ids, as one list for people to read; empty when there is none. */
export function namesOf(workspaces: readonly Pick<Workspace, 'id' | 'name'>[], ids: readonly string[]): string {
  return workspaces.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ')
}
