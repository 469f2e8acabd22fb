import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface FakeDocuments {
  answer(request: FakeRequest, origin: string): FakeAnswer
  /** The file itself, at the address that was given. */
  take(request: FakeRequest): FakeAnswer
  /** A post holds only what is ready, and a document with its title. */
  isUnusable(content: unknown): boolean
}

/** LinkedIn's documents, which it reads once before they are ready: https://learn.microsoft.com/linkedin/marketing/community-management/shares/documents-api */
export function createFakeDocuments(owner: string, nextName: () => string): FakeDocuments {
  const files = new Map<string, { bytes: number; looks: number }>()
  return {
    answer({ path, query }, origin) {
      const named = path.slice('/rest/documents/'.length)
      if (named === '' && query.get('action') === 'initializeUpload') {
        const urn = `urn:li:document:C5F10AQ${nextName()}`
        files.set(urn, { bytes: 0, looks: 0 })
        return ok({ value: { uploadUrlExpiresAt: Date.now() + 86_400_000, uploadUrl: `${origin}/dms-uploads/${urn}/ads-uploadedDocument/0`, document: urn } })
      }
      const file = files.get(named)
      if (file === undefined) return { status: 404, json: { status: 404, code: 'NOT_FOUND', message: 'Not Found' } }
      file.looks += 1
      return ok({ id: named, owner, status: file.bytes === 0 ? 'WAITING_UPLOAD' : file.looks > 1 ? 'AVAILABLE' : 'PROCESSING' })
    },
    take({ path, bytes = 0, headers }) {
      const file = files.get(/^\/dms-uploads\/(urn:li:document:\w+)\/ads-uploadedDocument\/0$/.exec(path)?.[1] ?? '')
      if (file === undefined || headers['authorization'] === undefined) return { status: 403, json: { status: 403, code: 'FORBIDDEN', message: 'no' } }
      file.bytes = bytes
      return { status: 201, json: {} }
    },
    isUnusable(content) {
      const { media } = (content ?? {}) as { media?: { id: string; title?: string } }
      if (media?.id.startsWith('urn:li:document:') !== true) return false
      const file = files.get(media.id)
      return file === undefined || file.looks < 2 || (media.title ?? '') === ''
    }
  }
}
