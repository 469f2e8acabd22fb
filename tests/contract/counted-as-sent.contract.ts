import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import { fromLittleText } from '../../electron/engine/networks/linkedin/little-text.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { isAddressAlone } from '../../shared/text/is-address-alone.ts'
import { documentToText } from '../../shared/text/document-to-text.ts'
import { countText } from '../../shared/text/count-text.ts'
import { textAsSent } from '../../shared/text/text-as-sent.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { anyDocument } from '../support/any-document.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'

interface Given {
  readonly network: FakeNetwork
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** The counter counts `textAsSent`: those very characters are what leaves, whatever the text, wherever its length is bounded. */
export function describeCountedAsSentContract(given: () => Given, _publish: unknown, { fileOf, needsPicture }: Pick<AdapterUnderTest, 'fileOf' | 'needsPicture'>): void {
  it('is sent the very characters that are counted, whatever the text', async () => {
    const { network, adapter: { capabilities, publisher }, session } = given()
    const { text: rule } = capabilities
    // Without a bound nothing is counted; where the person pastes the words, nothing is sent.
    if ((rule.max.value === null && rule.maxBytes.value === null) || capabilities.finishedByPerson === true) return
    const asked = listenTo(network)
    const media = fileOf !== undefined ? [fileOf('point')] : needsPicture === true ? [pictureOf('un point')] : []
    await fc.assert(
      fc.asyncProperty(anyDocument(3), async (document) => {
        const counted = textAsSent(document, rule)
        // What is too long is never sent: the network's own description would refuse it.
        fc.pre(!countText(counted, rule, null, media.length > 0).isTooLong)
        // An address alone makes a post of that address on Reddit.
        fc.pre(counted.trim() !== '' && !isAddressAlone(documentToText(document)) && ![...(capabilities.refusedSigns?.value ?? '')].some((sign) => counted.includes(sign)))
        const before = asked.length
        valueOf(await publisher.publish(session, draftOf(documentToText(document), { title: 'Bonjour', document, media }), { idempotencyKey: randomUUID(), intentAt: Date.now() }))
        const sent = asked.slice(before).flatMap(stringsIn)
        // Space around the whole is left out by some, which only makes it shorter.
        expect(sent.flatMap((text) => [text.trim(), fromLittleText(text).trim()])).toContain(counted.trim())
      }),
      { numRuns: 12 }
    )
  })
}

/** All that the network is asked from here on. */
function listenTo(network: FakeNetwork): readonly FakeRequest[] {
  const asked: FakeRequest[] = []
  const answer = network.answer.bind(network)
  network.answer = (request, origin) => {
    asked.push(request)
    return answer(request, origin)
  }
  return asked
}

/** Every text of a body, as JSON, a form or a form with files. */
function stringsIn({ json, text, query }: FakeRequest): readonly string[] {
  const fields = [...text.matchAll(/name="[^"]*"\r\n(?:content-type:[^\r]*\r\n)?\r\n([\s\S]*?)\r\n--/gi)].map(([, value]) => value ?? '')
  return [...deepStrings(json), ...new URLSearchParams(text).values(), ...query.values(), ...fields, ...fields.flatMap(jsonStrings)]
}

function deepStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(deepStrings) : []
}

function jsonStrings(text: string): readonly string[] {
  try {
    return deepStrings(JSON.parse(text))
  } catch {
    return []
  }
}
