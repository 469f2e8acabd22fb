import type { ByHandFile } from '../../../../shared/outbox/by-hand.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { showFailure } from '../../../components/show-failure.ts'

/** Saves one file of a job where the user's downloads go. */
export async function saveFile(workspaceId: string, jobId: string, file: ByHandFile): Promise<void> {
  // A video comes in parts; the browser keeps them, on the disk where they are many.
  const parts: Blob[] = []
  for (let [offset, total] = [0, 1]; offset < total; ) {
    const answer = await studio.request('outbox.readByHandFile', { workspaceId, jobId, mediaId: file.mediaId, offset })
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    parts.push(new Blob([answer.value.bytes]))
    total = answer.value.total
    offset += Math.max(1, answer.value.bytes.byteLength)
  }
  const address = URL.createObjectURL(new Blob(parts, { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.fileName
  link.click()
  URL.revokeObjectURL(address)
}
