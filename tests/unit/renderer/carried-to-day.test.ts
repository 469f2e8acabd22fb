import { expect, it } from 'vitest'
import { asAttribute, carriedBy } from '../../../renderer/features/calendar/carried-to-day.ts'

it('says what an element carries, and knows it again', () => {
  for (const carried of [{ kind: 'draft', id: 'a' }, { kind: 'idea', id: 'b' }, { kind: 'pictures', mediaIds: ['c', 'd'] }] as const) expect(carriedBy(asAttribute(carried))).toEqual(carried)
})

it('takes nothing that does not come from the shelf', () => {
  for (const attribute of [undefined, '', 'draft', 'post a']) expect(carriedBy(attribute)).toBeNull()
})
