import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { largestContactsFile } from '../../../shared/people/contacts/contact.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'

export interface ContactsFile extends RequestOutput<'people.readContacts'> {
  readonly fileName: string
}

/** What a file of contacts holds; null: it was said why it cannot be read. */
export async function readContactsFile(workspaceId: string, file: File): Promise<ContactsFile | null> {
  const fileName = file.name.slice(0, 300)
  if (file.size > largestContactsFile) {
    showFailure(studioError('contacts_too_large', 'the file of contacts is too large', { details: { fileName } }), workspaceId)
    return null
  }
  const bytes = await bytesOf(file)
  const answer = bytes === null ? { ok: false as const, error: studioError('contacts_unreadable', 'the file cannot be opened', { details: { fileName } }) } : await studio.request('people.readContacts', { workspaceId, fileName, bytes })
  if (answer.ok) return { fileName, ...answer.value }
  showFailure(answer.error, workspaceId)
  return null
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // It was moved or locked since it was chosen.
    return null
  }
}
