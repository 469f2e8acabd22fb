import { expect, test } from 'vitest'
import type { BegunOf } from '../../../shared/begun/begun-words.ts'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { findBegun, leaveBegun, openBegun, type BegunPlace } from '../../../renderer/bridge/begun-words.ts'
import { textBegun, withTextBegun } from '../../../renderer/features/published/begun-edits.ts'

const tag = (text: string): BegunOf<'tag'> => ({ kind: 'tag', text })
const timers = { setTimeout: () => 0, clearTimeout: () => undefined }
const placeOf = (id: string, workspaceId = 'one'): BegunPlace<'tag'> => ({ workspaceId, kind: 'tag', id })

/** What the engine would do, with a disk that can be full. */
function createShelf() {
  const kept = new Map<string, unknown>()
  const shelf = {
    isFull: false,
    kept,
    bridge: {
      async request(name: string, input: { workspaceId: string; id: string; ids: string[]; words: unknown }) {
        const keyOf = (id: string) => `${input.workspaceId} ${id}`
        if (name === 'begun.read') return succeed({ begun: input.ids.flatMap((id) => (kept.has(keyOf(id)) ? [{ id, words: kept.get(keyOf(id)) }] : [])) })
        if (shelf.isFull) return fail(studioError('disk_full', 'no room', { retryable: true }))
        if (input.words === null) kept.delete(keyOf(input.id))
        else kept.set(keyOf(input.id), input.words)
        return succeed({})
      }
    } as unknown as Pick<StudioBridge, 'request'>
  }
  return shelf
}

test('what was begun and left is stored, and found again; other clients have nothing of it; given up, nothing of it is left', async () => {
  const shelf = createShelf()
  const words = await openBegun(placeOf('a'), { bridge: shelf.bridge, timers })
  expect(words.state.getState().words).toBeNull()
  words.write(tag('harb'))
  await leaveBegun(placeOf('a'))
  expect(shelf.kept.get('one a')).toEqual(tag('harb'))
  expect((await openBegun(placeOf('a'), { bridge: shelf.bridge, timers })).state.getState().words).toEqual(tag('harb'))
  expect((await openBegun(placeOf('a', 'two'), { bridge: shelf.bridge, timers })).state.getState().words).toBeNull()
  words.write(null)
  await leaveBegun(placeOf('a'))
  expect([shelf.kept.size, findBegun(placeOf('a'))]).toEqual([0, null])
})

test('words of before a crash come back', async () => {
  const shelf = createShelf()
  shelf.kept.set('one b', tag('coff'))
  expect((await openBegun(placeOf('b'), { bridge: shelf.bridge, timers })).state.getState().words).toEqual(tag('coff'))
})

test('left while they cannot be stored, they stay in hand until they can be', async () => {
  const shelf = createShelf()
  const words = await openBegun(placeOf('c'), { bridge: shelf.bridge, timers })
  words.write(tag('quay'))
  shelf.isFull = true
  await leaveBegun(placeOf('c'))
  expect([words.isUnsaved(), findBegun(placeOf('c'))?.state.getState().words]).toEqual([true, tag('quay')])
  shelf.isFull = false
  await words.save()
  expect([words.isUnsaved(), shelf.kept.get('one c')]).toEqual([false, tag('quay')])
})

test('of a post several texts can be begun, each for its own parts', () => {
  const [one, other] = [{ title: '', document: textToDocument('Un') }, { title: '', document: textToDocument('Deux') }]
  const begun = withTextBegun(withTextBegun(null, ['a', 'b'], one), ['c'], other)
  expect([textBegun(begun, ['b'])?.document, textBegun(begun, ['c'])?.document, textBegun(begun, ['d'])]).toEqual([one.document, other.document, null])
  expect(withTextBegun(begun, ['b'], null)?.texts.map(({ jobIds }) => jobIds)).toEqual([['c']])
  expect(withTextBegun(withTextBegun(begun, ['b'], null), ['c'], null)).toBeNull()
})
