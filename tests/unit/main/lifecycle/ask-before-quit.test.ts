import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EngineRequest } from '../../../../electron/main/engine/engine-client.ts'
import { askBeforeQuit, type AskBeforeQuitNeeds } from '../../../../electron/main/lifecycle/ask-before-quit.ts'
import { textsFor } from '../../../../electron/main/language/texts.ts'
import { succeed } from '../../../../shared/contract/result.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const due = { sending: 0, leaving: 0, dueToday: 2, nextDueAt: 60_000 }

function asking(pending: unknown, response: number, isAttended = true) {
  const shown: { message: string; buttons: string[]; defaultId: number; cancelId: number }[] = []
  const needs: AskBeforeQuitNeeds = {
    request: (() => (pending instanceof Promise ? pending : Promise.resolve(succeed(pending)))) as EngineRequest,
    dialog: {
      showMessageBox: (async (options: (typeof shown)[number]) => {
        shown.push(options)
        return { response, checkboxChecked: false }
      }) as never
    },
    texts: () => textsFor('en'),
    now: () => 0,
    window: () => null,
    isAttended
  }
  return { answer: askBeforeQuit(needs), shown }
}

test('asks when something is due today; staying is what Return and Escape do', async () => {
  const { answer, shown } = asking(due, 1)
  expect(await answer).toBe(false)
  expect(shown).toMatchObject([{ message: '2 posts are still to go out today', buttons: ['Quit anyway', 'Stay open'], defaultId: 1, cancelId: 1 }])
})

test('quits when the user says so', async () => {
  expect(await asking(due, 0).answer).toBe(true)
})

test('asks nothing when nothing is due, or nobody is there', async () => {
  for (const { answer, shown } of [asking({ sending: 0, leaving: 0, dueToday: 0, nextDueAt: null }, 1), asking(due, 1, false)]) {
    expect(await answer).toBe(true)
    expect(shown).toEqual([])
  }
})

test('does not wait long for an engine that does not say what is due', async () => {
  const { answer, shown } = asking(new Promise(() => {}), 1)
  await vi.advanceTimersByTimeAsync(1_500)
  expect(await answer).toBe(true)
  expect(shown).toEqual([])
})
