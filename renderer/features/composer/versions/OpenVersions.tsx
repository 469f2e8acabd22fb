import { useStore } from 'zustand'
import { VersionsDialog, type VersionsDialogProps } from './VersionsDialog.tsx'

/** The versions of the post that the composer has open. */
export function OpenVersions(props: Omit<VersionsDialogProps, 'state'>): React.JSX.Element | null {
  const state = useStore(props.store.state)
  return state.kind === 'ready' ? <VersionsDialog {...props} state={state} /> : null
}
