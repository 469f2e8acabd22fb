import { expect, test } from 'vitest'
import { Shutdown } from '../../../../electron/main/lifecycle/shutdown.ts'

function running(ask: () => Promise<boolean>, drain: () => Promise<void> = async () => {}) {
  const done: string[] = []
  const shutdown = new Shutdown({
    ask: () => {
      done.push('ask')
      return ask()
    },
    drain: () => {
      done.push('drain')
      return drain()
    },
    quit: () => void done.push('quit'),
    logError: () => void done.push('error')
  })
  const quit = () => {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) }
    shutdown.handleBeforeQuit(event)
    return event.prevented
  }
  return { shutdown, done, quit }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('asks, puts everything in order, then ends', async () => {
  const { done, quit } = running(async () => true)
  expect(quit()).toBe(true)
  await settled()
  expect(done).toEqual(['ask', 'drain', 'quit'])
  expect(quit()).toBe(false)
})

test('stays when the user would rather stay, and asks again the next time', async () => {
  const answers = [false, true]
  const { done, quit, shutdown } = running(async () => answers.shift() ?? true)
  quit()
  await settled()
  expect(done).toEqual(['ask'])
  expect(shutdown.isUnderWay).toBe(false)
  quit()
  await settled()
  expect(done).toEqual(['ask', 'ask', 'drain', 'quit'])
})

test('asks once however often it is told to quit', async () => {
  const { done, quit } = running(async () => true)
  expect([quit(), quit(), quit()]).toEqual([true, true, true])
  await settled()
  expect(done).toEqual(['ask', 'drain', 'quit'])
})

test('does not wait for an answer when the system goes down', async () => {
  let answer: (isWanted: boolean) => void = () => {}
  const { done, quit, shutdown } = running(() => new Promise((resolve) => (answer = resolve)))
  quit()
  shutdown.quitWithoutAsking()
  shutdown.quitWithoutAsking()
  await settled()
  expect(done).toEqual(['ask', 'drain', 'quit'])
  answer(true)
  await settled()
  expect(done).toEqual(['ask', 'drain', 'quit'])
})

test('a fault on the way out does not keep the application from ending', async () => {
  const { done, quit } = running(
    () => Promise.reject(new Error('no dialog')),
    () => Promise.reject(new Error('no engine'))
  )
  quit()
  await settled()
  expect(done).toEqual(['ask', 'error', 'drain', 'error', 'quit'])
})
