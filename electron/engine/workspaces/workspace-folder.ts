import { join } from 'node:path'
import { idSchema } from '../../../shared/contract/identifiers.ts'

/** Where things lie in the data folder. One place knows the names. */
export interface DataFolder {
  readonly root: string
  readonly studioDatabase: string
  readonly studioBackups: string
  readonly workspaces: string
  /** Removed workspaces and damaged files; nothing in it is ever deleted by Vigie. */
  readonly bin: string
}

export interface WorkspaceFolder {
  readonly root: string
  readonly database: string
  readonly media: string
  readonly backups: string
}

export function dataFolderOf(root: string): DataFolder {
  return {
    root,
    studioDatabase: join(root, 'studio.db'),
    studioBackups: join(root, 'backups'),
    workspaces: join(root, 'workspaces'),
    bin: join(root, 'bin')
  }
}

/** Throws for anything but an id: a path is never made of text from elsewhere. */
export function workspaceFolderOf(data: DataFolder, workspaceId: string): WorkspaceFolder {
  const root = join(data.workspaces, idSchema.parse(workspaceId))
  return { root, database: join(root, 'workspace.db'), media: join(root, 'media'), backups: join(root, 'backups') }
}
