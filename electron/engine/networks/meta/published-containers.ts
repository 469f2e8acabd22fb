import type { GraphCalls } from './graph-calls.ts'
import { createKeptIds, type KeptIds } from '../kept-ids.ts'
import { readContainer, type ContainerFields } from './media-container.ts'

/** Which container each attempt was to publish, as long as the program runs: the network says of a container whether it is out. */
export interface PublishedContainers extends Pick<KeptIds, 'note'> {
  /** Whether the network calls it published, or does not say. Not known any more: nothing speaks for it. */
  mayBeOut(graph: GraphCalls, idempotencyKey: string): Promise<boolean>
  /** What the network calls it. `unknown`: not known any more, or not said. */
  stateOf(graph: GraphCalls, idempotencyKey: string): Promise<'out' | 'not_out' | 'unknown'>
}

export function createPublishedContainers(fields: ContainerFields): PublishedContainers {
  const kept = createKeptIds()
  return {
    note: kept.note,
    async mayBeOut(graph, idempotencyKey) {
      const container = kept.of(idempotencyKey)
      if (container === undefined) return false
      const read = await readContainer(graph, container, fields)
      return read.ok ? read.value.state === 'PUBLISHED' : read.failure.kind !== 'rejected'
    },
    async stateOf(graph, idempotencyKey) {
      const container = kept.of(idempotencyKey)
      const read = container === undefined ? null : await readContainer(graph, container, fields)
      return read?.ok === true ? (read.value.state === 'PUBLISHED' ? 'out' : 'not_out') : 'unknown'
    }
  }
}
