import { expect, it } from 'vitest'
import { hasOccasion } from '../../../electron/engine/networks/google-business/google-business-occasion.ts'
import type { Occasion } from '../../../shared/posts/occasion.ts'

const tasting: Occasion = { kind: 'event', title: 'Huîtres et muscadet', starts: '2099-12-05T11:00', ends: '2099-12-05T18:30' }

it('a post may be the one that was sent unless Google says that it is of another kind', () => {
  for (const occasion of [undefined, tasting, { ...tasting, kind: 'offer' as const }]) {
    for (const topicType of [undefined, 'LOCAL_POST_TOPIC_TYPE_UNSPECIFIED', 'ALERT']) expect(hasOccasion({ topicType, event: undefined }, occasion)).toBe(true)
  }
  expect(['STANDARD', 'EVENT', 'OFFER'].map((topicType) => hasOccasion({ topicType, event: undefined }, tasting))).toEqual([false, true, false])
})
