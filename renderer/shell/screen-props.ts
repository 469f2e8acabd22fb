import type { Workspace } from '../../shared/workspaces/workspace.ts'
import type { RouteOf, WorkspaceScreenName } from './route.ts'

/** What every screen of a workspace is given. `route` holds what is open in it; change it with `navigate`. */
export interface ScreenProps<Name extends WorkspaceScreenName> {
  readonly route: RouteOf<Name>
  readonly workspace: Workspace
}
