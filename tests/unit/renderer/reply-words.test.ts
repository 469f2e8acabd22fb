import { expect, test } from 'vitest'
import { createReplyWords, type ReplyWords } from '../../../renderer/features/inbox/reply-words.ts'
import { draftAfterReturn } from '../../../shared/inbox/draft-after-return.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'

interface Rig {
  readonly words: ReplyWords
  /** As the engine has it. */
  readonly stored: () => string
  readonly lock: (isLocked: boolean) => void
  readonly pass: (ms: number) => Promise<void>
}

/** An engine that takes drafts as the real one does, and a clock for the pauses. */
function rig(): Rig {
  let [stored, isLocked, now, next] = ['', false, 0, 1]
  const waiting = new Map<number, { readonly at: number; readonly callback: () => void }>()
  const bridge = {
    async request(_name: string, { text, known }: { text: string; known: readonly string[] }) {
      if (isLocked) return fail(studioError('file_locked', 'by another program', { retryable: true }))
      stored = draftAfterReturn(stored, text, known) ?? text
      return succeed({})
    }
  } as unknown as Pick<StudioBridge, 'request'>
  const timers = {
    setTimeout(callback: () => void, delay: number) {
      waiting.set(next, { at: now + delay, callback })
      return next++
    },
    clearTimeout: (timer: number) => void waiting.delete(timer)
  }
  return {
    words: createReplyWords({ bridge, timers, workspaceId: 'one', conversationId: 'talk', stored: '' }),
    stored: () => stored,
    lock: (locked) => void (isLocked = locked),
    async pass(ms) {
      for (const end = now + ms; now < end; ) {
        now += 100
        for (const [timer, entry] of waiting) if (entry.at <= now && waiting.delete(timer)) entry.callback()
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
}

test('an answer that cannot be stored says so, counts as unsaved, and is stored by itself once it can be', async () => {
  const { words, stored, lock, pass } = rig()
  lock(true)
  words.write('Bonjour Hugo')
  await pass(3_000)
  expect(words.isUnsaved()).toBe(true)
  expect(words.state.getState().failure?.code).toBe('file_locked')
  lock(false)
  await pass(3_000)
  expect([stored(), words.isUnsaved(), words.state.getState().failure]).toEqual(['Bonjour Hugo', false, null])
})

test('words that were stored before a lock are not stored a second time above those typed under it', async () => {
  const { words, stored, lock, pass } = rig()
  words.write('Bonjour')
  await pass(1_000)
  lock(true)
  for (const letter of 'abcdefghij') {
    words.write(`Bonjour ${letter}`)
    await pass(2_500)
  }
  lock(false)
  await pass(3_000)
  expect(stored()).toBe('Bonjour j')
})

test('an answer that went to the outbox meanwhile is nothing to be stored', async () => {
  const { words, lock, pass } = rig()
  lock(true)
  words.write('Bonjour')
  await pass(1_000)
  words.clear()
  words.noteSent()
  await pass(3_000)
  expect([words.isUnsaved(), words.state.getState()]).toEqual([false, { words: '', failure: null }])
})
