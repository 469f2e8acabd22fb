import { studio } from '../../../bridge/studio-client.ts'
import { showFailure } from '../../../components/show-failure.ts'

/** Saves one file of a job where the user's downloads go. */
export async function saveFile(workspaceId: string, jobId: string, file: { readonly mediaId: string; readonly fileName: string; readonly mediaType: string }): Promise<void> {
  const answer = await studio.request('outbox.readByHandFile', { workspaceId, jobId, mediaId: file.mediaId })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const address = URL.createObjectURL(new Blob([answer.value.bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.fileName
  link.click()
  URL.revokeObjectURL(address)
}
