import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Draft } from '../networks/network-draft.ts'
import type { MediaToSend } from '../networks/network-media.ts'

/**
 * Sends the draft, whatever the call is. Files are read before a post is made, so one that cannot be read means that nothing has gone out: that is
 * `unreadable`'s answer and no unknown outcome. Other errors stay what they are.
 */
export async function sendReading<Answer, Files extends Pick<Draft, 'media'>>(draft: Files, send: (watched: Files) => Promise<Answer>, unreadable: (error: StudioError) => Answer): Promise<Answer> {
  const failed: string[] = []
  const watch = (file: MediaToSend): MediaToSend => {
    const note = (error: unknown): never => {
      failed.push(file.fileName)
      throw error
    }
    const { cover } = file
    return {
      ...file, read: () => file.read().catch(note), readPart: (offset: number, length: number) => file.readPart(offset, length).catch(note),
      ...(cover === undefined ? {} : { cover: { ...cover, picture: watch(cover.picture) } })
    }
  }
  const media = draft.media.map(watch)
  try {
    return await send({ ...draft, media })
  } catch (error) {
    const [fileName] = failed
    if (fileName === undefined) throw error
    return unreadable(studioError('media_unreadable', 'a file of this post could not be read', { details: { fileName } }))
  }
}
