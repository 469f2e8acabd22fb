import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { ErrorState } from '../../../components/ErrorState.tsx'

/** The steps fill the window: what went wrong stood below its edge. */
function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** What went wrong with a form, where it is seen; nothing while nothing did. */
export function ConnectFailure({ error }: { readonly error: StudioError | null }): React.JSX.Element | null {
  if (error === null) return null
  return (
    <div ref={bringIntoSight}>
      <ErrorState size="inline" error={error} />
    </div>
  )
}
