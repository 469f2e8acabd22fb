import type { EventPayload } from '../../shared/contract/event-map.ts'
import { studio } from './studio-client.ts'

/** Hands a file to the system's dialog, and says what became of it there. */
export function saveAsFile(content: Blob, name: string): Promise<EventPayload<'studio.fileSaved'>['outcome']> {
  const address = URL.createObjectURL(content)
  return new Promise((resolve) => {
    const stop = studio.on('studio.fileSaved', (ended) => {
      if (ended.address !== address) return
      stop()
      URL.revokeObjectURL(address)
      resolve(ended.outcome)
    })
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
  })
}
