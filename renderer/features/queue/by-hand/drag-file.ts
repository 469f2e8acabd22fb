import { t } from 'i18next'
import type { DragEvent } from 'react'
import type { RequestInput } from '../../../../shared/contract/request-map.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'

/**
 * Carries a file of the card out of the window, to the page of the network. The page itself can only carry an address: the file is laid out first, which takes a moment for a
 * film, and goes on its way if the mouse still holds it then; else the person is told that it is ready now.
 */
export function dragFile(event: Pick<DragEvent, 'preventDefault'>, which: RequestInput<'outbox.dragByHandFile'>): void {
  event.preventDefault()
  void carry(which)
}

async function carry(which: RequestInput<'outbox.dragByHandFile'>): Promise<void> {
  const held = new AbortController()
  window.addEventListener('pointerup', () => held.abort(), { once: true, signal: held.signal })
  const laidOut = await studio.request('outbox.layOutByHandFile', which)
  if (!laidOut.ok) return showFailure(laidOut.error, which.workspaceId)
  if (held.signal.aborted) {
    showToast({ workspaceId: which.workspaceId, kind: 'info', title: t('byHand.dragReady', { ns: 'queue' }) })
    return
  }
  held.abort()
  const dragged = await studio.request('outbox.dragByHandFile', which)
  if (!dragged.ok) showFailure(dragged.error, which.workspaceId)
}
