import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import type { BesidePaneProps } from './BesidePane.tsx'
import styles from './Beside.module.css'

const BesidePane = lazy(async () => ({ default: (await import('./BesidePane.tsx')).BesidePane }))

/** Below it the previews give their place to what is read at the side. */
const roomForThree = window.matchMedia('(min-width: 1400px)')

export function useRoomForThree(): boolean {
  return useSyncExternalStore(followRoom, () => roomForThree.matches)
}

/** What is read at the side, left of the previews where there is room for both. */
export function WithBeside({ previews, ...beside }: BesidePaneProps & { readonly previews: ReactNode }): React.JSX.Element {
  const hasRoom = useRoomForThree()
  return (
    <div className={styles.both} data-alone={hasRoom ? undefined : ''}>
      <Suspense fallback={<div className={styles.pane} />}>
        <BesidePane {...beside} />
      </Suspense>
      {hasRoom && previews}
    </div>
  )
}

function followRoom(listener: () => void): () => void {
  roomForThree.addEventListener('change', listener)
  return () => roomForThree.removeEventListener('change', listener)
}
