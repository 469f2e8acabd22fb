import { describe, expect, test } from 'vitest'
import { networksOutside } from '../../../shared/networks/capabilities-of.ts'
import { assistedIds } from '../../../shared/networks/assisted-networks.ts'
import { previewFactsOf, type PreviewFacts } from '../../../shared/networks/preview-facts.ts'

const all: readonly (readonly [string, PreviewFacts])[] = [
  ...networksOutside.map(({ id }): readonly [string, PreviewFacts] => [id, previewFactsOf({ networkId: id, remoteId: '1' })]),
  ...assistedIds.map((id): readonly [string, PreviewFacts] => [`${id} by hand`, previewFactsOf({ networkId: 'assisted', remoteId: `${id}:1` })])
]

describe.each(all)('what is known of the preview of %s', (_name, { confidence, fold, card }) => {
  test('has a page and a day for each judgement, or says that nothing was read', () => {
    for (const { source, readOn } of Object.values(confidence)) {
      if (source !== null) expect(source).toMatch(/^https:\/\//)
      expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })

  test('never calls certain what it draws by figures that nobody publishes', () => {
    expect(confidence.fold === undefined).toBe(fold === undefined)
    expect(confidence.fold?.value).not.toBe('exact')
  })

  test('says of a card how far it can be believed', () => {
    expect(confidence.card === undefined).toBe(card === undefined)
  })

  test('says it of the words and the pictures at least', () => {
    expect(confidence.text).toBeDefined()
    expect(confidence.pictures).toBeDefined()
  })
})

test('a network on a phone folds no later than on a computer', () => {
  const sizeOf = (fold: NonNullable<PreviewFacts['fold']>['phone']): number => ('characters' in fold.value ? fold.value.characters : fold.value.lines * fold.value.perLine)
  for (const [name, { fold }] of all) if (fold !== undefined) expect([name, sizeOf(fold.phone) <= sizeOf(fold.desktop)]).toEqual([name, true])
})

test('a network whose posts quote others says how far that can be believed, and no other does', () => {
  for (const { id, quote } of networksOutside) expect([id, previewFactsOf({ networkId: id, remoteId: '1' }).confidence.quote !== undefined]).toEqual([id, quote.offer.value === 'yes'])
})
