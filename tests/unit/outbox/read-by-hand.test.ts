import { describe, expect, test } from 'vitest'
import { readByHand, readByHandFile } from '../../../electron/engine/outbox/read-by-hand.ts'
import type { MediaService } from '../../../electron/engine/media/media-service.ts'
import { byHandToken } from '../../../shared/outbox/by-hand.ts'

const bytes = Uint8Array.from([1, 2, 3])
const kept = (...there: readonly string[]): Pick<MediaService, 'toSend'> => ({
  toSend(mediaId, altText) {
    if (!there.includes(mediaId)) return null
    const isFilm = mediaId === 'film'
    return {
      fileName: isFilm ? 'quay.mp4' : `${mediaId}.png`, mediaType: isFilm ? 'video/mp4' : 'image/png', altText, width: 9, height: 16, byteLength: 3, durationMs: isFilm ? 5_000 : null,
      read: () => Promise.resolve(bytes), readPart: () => Promise.resolve(bytes)
    }
  }
})
const job = (cover?: string) => ({
  state: 'pending_at_network' as const,
  pendingToken: byHandToken,
  payload: {
    effect: 'create' as const, title: '', text: 'Low tide', document: { type: 'doc' as const, content: [] }, replyTo: null, audience: 'public' as const,
    media: [{ mediaId: 'film', altText: 'The quay', ...(cover === undefined ? {} : { cover: { mediaId: cover, atMs: null } }) }]
  }
})

describe('a film to publish by hand', () => {
  test('comes with the cover that was chosen, by its own name', async () => {
    const read = readByHand(job('boat'), kept('film', 'boat'))
    expect(read).toMatchObject({ ok: true, value: { media: [{ mediaId: 'film', fileName: 'quay.mp4', cover: { mediaId: 'boat', fileName: 'boat.png', mediaType: 'image/png' } }] } })
    expect(await readByHandFile(job('boat'), 'boat', kept('film', 'boat'))).toEqual({ ok: true, value: { bytes, total: 3 } })
  })

  test('has none where none was chosen, or it is gone: the film can be published without', () => {
    for (const [cover, there] of [[undefined, ['film', 'boat']], ['boat', ['film']]] as const) {
      const read = readByHand(job(cover), kept(...there))
      expect(read.ok && read.value.media[0]).toEqual({ mediaId: 'film', altText: 'The quay', fileName: 'quay.mp4', mediaType: 'video/mp4' })
    }
  })

  test('no other picture of the client is read by its job', async () => {
    expect(await readByHandFile(job('boat'), 'other', kept('film', 'boat', 'other'))).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await readByHandFile(job(), 'boat', kept('film', 'boat'))).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})
