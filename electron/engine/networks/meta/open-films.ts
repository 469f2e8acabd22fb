import type { SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { createKeptIds } from '../kept-ids.ts'
import { awaitKnownContainer, type ContainerPlace } from './media-container.ts'

/** Posts with a video that the network was still at work on when an attempt had to end, as long as the program runs: the next one waits on, and hands nothing over anew. */
export interface OpenFilms {
  /** The container of this very post that an earlier attempt made, once it is ready. null: there is none. */
  find(place: ContainerPlace, draft: Draft, intent: SendIntent): Promise<NetworkResult<string | null>>
  /** The place, so that what is made there is known to the next attempt. */
  watch(place: ContainerPlace, draft: Draft, intent: SendIntent): ContainerPlace
}

export function createOpenFilms(): OpenFilms {
  const kept = createKeptIds()
  return {
    async find(place, draft, intent) {
      const known = kept.of(keyOf(draft, intent))
      return known === undefined ? done(null) : awaitKnownContainer(place, known)
    },
    watch: (place, draft, intent) => (draft.media.some(isVideo) ? { ...place, onMade: (id) => kept.note(keyOf(draft, intent), id) } : place)
  }
}

/** The words may have been changed between two attempts. */
function keyOf({ text, media, replyTo, format }: Draft, { idempotencyKey }: SendIntent): string {
  return JSON.stringify([idempotencyKey, text, format ?? null, replyTo?.remoteId ?? null, media.map(({ fileName, altText, byteLength }) => [fileName, altText, byteLength])])
}
