import { navigate } from '../../shell/route-store.ts'
import { routeTo, type WorkspaceScreenName } from '../../shell/route.ts'
import { loadStudio } from '../../shell/studio-store.ts'

/** Goes to a client that was just made. The frame shows only clients it knows, so it is told of the new one first. */
export async function enterClient(workspaceId: string, screen: WorkspaceScreenName): Promise<void> {
  await loadStudio()
  navigate(routeTo(screen, workspaceId))
}
