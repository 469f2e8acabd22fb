import { useState } from 'react'
import { currentInstant } from '../../bridge/system-clock.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { takenTimes, type TakenFor } from './taken-times.ts'

const hourMs = 3_600_000
/** Further than this nobody is sent by a suggestion, however full the days are. */
const aheadMs = 21 * 24 * hourMs

/** When the client's other posts take these accounts, ms. Asked once, beside whatever is shown: until it is known nothing is taken, and nobody waits for it. A time that somebody looks at is not moved by what happens elsewhere. */
export function useTakenTimes(workspaceId: string, { accountIds, postId }: TakenFor): readonly number[] {
  const [now] = useState(currentInstant)
  const [loaded] = useRequest('posts.list', { workspaceId, from: now - hourMs, until: now + aheadMs, drafts: false }, [])
  return loaded.kind === 'ready' ? takenTimes(loaded.value.posts, { accountIds, postId }) : []
}
