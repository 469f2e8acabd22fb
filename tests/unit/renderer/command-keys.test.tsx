// @vitest-environment happy-dom
import { useLayoutEffect } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useCommands } from '../../../renderer/shell/command-registry.ts'
import { listenForShortcuts } from '../../../renderer/shell/listen-for-shortcuts.ts'
import { mount } from './mount.tsx'

let stopListening: () => void = () => undefined
afterEach(() => stopListening())

const pressed: string[] = []

function Screen({ name }: { readonly name: string }): React.JSX.Element {
  useCommands({ name: 'screen', title: name }, [{ id: name, title: name, shortcut: 'mod+s', run: () => pressed.push(name) }])
  return <h1>{name}</h1>
}

/** Somebody who presses the key at the first sight of a screen. */
function Hurried({ name }: { readonly name: string }): React.JSX.Element {
  useLayoutEffect(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true })), [])
  return <Screen key={name} name={name} />
}

test('a key that comes in the very task in which its screen is drawn acts there', async () => {
  stopListening = listenForShortcuts()
  await mount(<Hurried name="calendar" />)
  expect(pressed).toEqual(['calendar'])
})
