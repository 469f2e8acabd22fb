// @vitest-environment happy-dom
import { Suspense, createElement, useState } from 'react'
import { expect, test } from 'vitest'
import { screenModule } from '../../../renderer/shell/screen-module.ts'
import { click, during, find, mount, settle } from './mount.tsx'

const Screen = ({ name }: { readonly name: string }) => <p>{`screen ${name}`}</p>
const text = (): string => document.body.textContent

test('draws what was fetched ahead at once, without a fallback', async () => {
  const module = screenModule(async () => Screen)
  await module.fetch()
  expect(module.component()).toBe(Screen)
})

test('waits behind the fallback for what was not', async () => {
  let arrive = (_screen: typeof Screen): void => undefined
  const module = screenModule(() => new Promise<typeof Screen>((resolve) => (arrive = resolve)))
  await mount(<Suspense fallback="one moment">{createElement(module.component(), { name: 'late' })}</Suspense>)
  expect(text()).toBe('one moment')
  await during(() => arrive(Screen))
  await settle()
  await expect.poll(text).toBe('screen late')
})

test('goes on with what it drew first, so that nothing typed in it is lost', async () => {
  const Counter = () => {
    const [count, setCount] = useState(0)
    return <button onClick={() => setCount(count + 1)}>{`count ${count}`}</button>
  }
  const module = screenModule(async () => Counter)
  const Host = () => {
    const [turn, setTurn] = useState(0)
    return (
      <Suspense fallback="">
        <a href="#again" onClick={() => setTurn(turn + 1)}>{`turn ${turn}`}</a>
        {createElement(module.component())}
      </Suspense>
    )
  }
  await mount(<Host />)
  await expect.poll(() => find('button')).toBeDefined()
  await click(find('button'))
  await click(find('link'))
  expect(text()).toBe('turn 1count 1')
})

test('a fetch that failed is tried again', async () => {
  const answers: (() => Promise<typeof Screen>)[] = [() => Promise.reject(new Error('gone')), async () => Screen]
  const module = screenModule(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')))
  await expect(module.fetch()).rejects.toThrow('gone')
  await module.fetch()
  expect(module.component()).toBe(Screen)
})
