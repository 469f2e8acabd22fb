import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { textsFor } from '../../../../electron/main/language/texts.ts'
import { createUnsavedWords } from '../../../../electron/main/lifecycle/unsaved-words.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function leaving({ hasPage = true, isAttended = true, response = 1 }: { readonly hasPage?: boolean; readonly isAttended?: boolean; readonly response?: number } = {}) {
  const shown: { message: string; buttons: string[]; defaultId: number; cancelId: number }[] = []
  const words = createUnsavedWords({
    askPage: () => hasPage,
    dialog: {
      showMessageBox: (async (options: (typeof shown)[number]) => {
        shown.push(options)
        return { response, checkboxChecked: false }
      }) as never
    },
    texts: () => textsFor('fr'),
    window: () => null,
    isAttended
  })
  return { words, shown }
}

test('words that are stored nowhere are asked about once; staying is what Return and Escape do', async () => {
  const { words, shown } = leaving()
  const asked = [words.mayLeave(), words.mayLeave()]
  words.answered(2)
  expect(await Promise.all(asked)).toEqual([false, false])
  expect(shown).toMatchObject([{ message: '2 textes n’ont pas pu être enregistrés', buttons: ['Fermer et les perdre', 'Rester ouvert'], defaultId: 1, cancelId: 1 }])
})

test('whoever would rather lose them leaves', async () => {
  const { words } = leaving({ response: 0 })
  const asked = words.mayLeave()
  words.answered(1)
  expect(await asked).toBe(true)
})

test('nothing is asked where all is stored, nobody is there or no page stands', async () => {
  const { words, shown } = leaving()
  const asked = words.mayLeave()
  words.answered(0)
  expect(await Promise.all([asked, leaving({ isAttended: false }).words.mayLeave(), leaving({ hasPage: false }).words.mayLeave()])).toEqual([true, true, true])
  expect(shown).toEqual([])
})

test('a page that hangs keeps nobody', async () => {
  const { words, shown } = leaving()
  const asked = words.mayLeave()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await asked).toBe(true)
  expect(shown).toEqual([])
})
