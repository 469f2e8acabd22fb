import { useStudio } from './studio-store.ts'

/** The name of the client published as last, when that was another one and the user wants to be asked. */
export function useOtherClient(workspaceId: string): string | null {
  const { confirmClientChange, lastPublishingWorkspaceId } = useStudio(({ settings }) => settings)
  const workspaces = useStudio((studioState) => studioState.workspaces)
  if (!confirmClientChange || lastPublishingWorkspaceId === workspaceId) return null
  return workspaces.find(({ id }) => id === lastPublishingWorkspaceId)?.name ?? null
}
