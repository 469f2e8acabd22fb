import type { GraphCalls } from './graph-calls.ts'
import { readContainer, type ContainerFields } from './media-container.ts'

/** Which container each attempt was to publish, as long as the program runs: the network says of a container whether it is out. */
export interface PublishedContainers {
  note(idempotencyKey: string, container: string): void
  /** Whether the network calls it published, or does not say. Not known any more: nothing speaks for it. */
  mayBeOut(graph: GraphCalls, idempotencyKey: string): Promise<boolean>
}

const mostKept = 200

export function createPublishedContainers(fields: ContainerFields): PublishedContainers {
  const kept = new Map<string, string>()
  return {
    note(idempotencyKey, container) {
      kept.delete(idempotencyKey)
      kept.set(idempotencyKey, container)
      for (const key of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(key)
      }
    },
    async mayBeOut(graph, idempotencyKey) {
      const container = kept.get(idempotencyKey)
      if (container === undefined) return false
      const read = await readContainer(graph, container, fields)
      return read.ok ? read.value.state === 'PUBLISHED' : read.failure.kind !== 'rejected'
    }
  }
}
