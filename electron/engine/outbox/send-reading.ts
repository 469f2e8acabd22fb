import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Draft } from '../networks/network-adapter.ts'

/**
 * Sends the draft, whatever the call is. Files are read before a post is made, so one that cannot be read means that nothing has gone out: that is
 * `unreadable`'s answer and no unknown outcome. Other errors stay what they are.
 */
export async function sendReading<Answer>(draft: Draft, send: (watched: Draft) => Promise<Answer>, unreadable: (error: StudioError) => Answer): Promise<Answer> {
  const failed: string[] = []
  const media = draft.media.map((file) => {
    const note = (error: unknown): never => {
      failed.push(file.fileName)
      throw error
    }
    return { ...file, read: () => file.read().catch(note), readPart: (offset: number, length: number) => file.readPart(offset, length).catch(note) }
  })
  try {
    return await send({ ...draft, media })
  } catch (error) {
    const [fileName] = failed
    if (fileName === undefined) throw error
    return unreadable(studioError('media_unreadable', 'a file of this post could not be read', { details: { fileName } }))
  }
}
