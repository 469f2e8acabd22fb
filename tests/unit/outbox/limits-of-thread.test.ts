import { expect, test } from 'vitest'
import { unlessPartsTooLong } from '../../../electron/engine/outbox/limits-of-thread.ts'
import { done } from '../../../electron/engine/networks/network-results.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import type { ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { draftOf } from '../../support/adapter-session.ts'

const limits = (maxCharacters: number | null): ServerLimits => ({ maxCharacters, charactersPerUrl: null, maxMedia: null })
const partOf = (text: string) => ({ document: draftOf(text).document, media: [] })

async function sentWith(known: ServerLimits, told: ServerLimits): Promise<string> {
  const adapter = { capabilities: mastodonCapabilities, readLimits: async () => done(told) }
  const session = { account: { serverLimits: known } }
  const answer = await unlessPartsTooLong({ adapter, session, thread: [partOf('One'), partOf('x'.repeat(2000))], note: () => undefined } as unknown as Parameters<typeof unlessPartsTooLong>[0], async () => done('sent'))
  return answer.ok ? answer.value : String(answer.failure.error.details?.['reason'])
}

test('a server that leaves a limit out has not taken back what it said before: the thread leaves', async () => {
  expect(await sentWith(limits(5000), limits(null))).toBe('sent')
  expect(await sentWith(limits(5000), limits(1000))).toBe('limits_shrank')
  expect(await sentWith(limits(null), limits(null))).toBe('limits_shrank')
})
