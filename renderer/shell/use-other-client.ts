import { useStudio } from './studio-store.ts'

/** The name of the client published as last, when that was another one and the user wants to be asked. */
export function useOtherClient(workspaceId: string): string | null {
  const last = useLastClient()
  return last === null || last.id === workspaceId ? null : last.name
}

/** The client published as last; null: none that is still here, or the user does not want to be asked. */
export function useLastClient(): { readonly id: string; readonly name: string } | null {
  const { confirmClientChange, lastPublishingWorkspaceId } = useStudio(({ settings }) => settings)
  const workspaces = useStudio((studioState) => studioState.workspaces)
  return confirmClientChange ? (workspaces.find(({ id }) => id === lastPublishingWorkspaceId) ?? null) : null
}
