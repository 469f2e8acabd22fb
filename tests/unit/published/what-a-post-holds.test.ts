import { expect, test } from 'vitest'
import { holdsOf } from '../../../electron/engine/published/create-edits.ts'
import type { CreatePayload } from '../../../electron/engine/outbox/job-payload.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { editOffer } from '../../../shared/published/edit-offer.ts'

const quote = { networkId: 'reddit', serverUrl: 'https://oauth.reddit.com', remoteId: 't3_abc', author: 'r/phares', handle: 'r/phares', text: '', url: 'https://www.reddit.com/r/phares/comments/abc', writtenAt: 1 } as const
const sent = (text: string, more: Partial<CreatePayload> = {}): CreatePayload => ({ effect: 'create', title: 'Un titre', text, document: textToDocument(text), media: [], replyTo: null, audience: 'public', ...more })
const holds = (payload: CreatePayload) => holdsOf({ toSend: () => null }, payload)

test('a post that is passed on without a word of ours has none to be changed, where those of a link have none', () => {
  expect(holds(sent('', { quote }))).toEqual(['link'])
  expect(holds(sent('Lisez ceci', { quote }))).toEqual([])
  expect(holds(sent('https://phare.example'))).toEqual(['link'])
  const job = { finishedAt: 0 }
  expect(editOffer({ account: { networkId: 'reddit' }, job, remoteId: 't3_xyz', holds: holds(sent('', { quote })), now: 1 })).toBe('with_link')
  // LinkedIn lets words be written above it later.
  expect(editOffer({ account: { networkId: 'linkedin' }, job, remoteId: 'urn:li:share:1', holds: holds(sent('', { quote })), now: 1 })).toBe('yes')
})
