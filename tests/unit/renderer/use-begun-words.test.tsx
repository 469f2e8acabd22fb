// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRoot, type Root } from 'react-dom/client'
import { succeed } from '../../../shared/contract/result.ts'
import { useBegunWords } from '../../../renderer/bridge/use-begun-words.ts'
import { during } from './mount.tsx'

let place: HTMLElement
let root: Root

beforeEach(() => {
  const kept: Readonly<Record<string, string>> = { one: 'harb', two: 'quay' }
  const request = async (_name: string, { workspaceId, ids }: { workspaceId: string; ids?: string[] }) => succeed({ begun: (ids ?? []).map((id) => ({ id, words: { kind: 'tag', text: kept[workspaceId] } })) })
  Object.assign(window, { studio: { request, on: () => () => undefined } })
  place = document.createElement('div')
  root = createRoot(place)
})
afterEach(() => during(() => root.unmount()))

const seen: string[] = []
function Field({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const text = useBegunWords({ workspaceId, kind: 'tag', id: 'the same' })?.words?.text ?? 'nothing yet'
  seen.push(`${workspaceId} ${text}`)
  return <p>{text}</p>
}

test('a place of the same name at another client never shows the words of the first one, not for a moment', async () => {
  await during(() => root.render(<Field workspaceId="one" />))
  expect(place.textContent).toBe('harb')
  await during(() => root.render(<Field workspaceId="two" />))
  expect(place.textContent).toBe('quay')
  expect(seen).not.toContain('two harb')
})
