import { describe, expect, it } from 'vitest'
import { autosaveLongestWait, autosavePause, createSaveQueue, type Timers } from '../../../renderer/bridge/save-queue.ts'

function manualTimers(): Timers & { advance(delay: number): void } {
  let now = 0
  let next = 1
  const waiting = new Map<number, { at: number; callback: () => void }>()
  return {
    setTimeout(callback, delay) {
      waiting.set(next, { at: now + delay, callback })
      return next++
    },
    clearTimeout: (timer) => void waiting.delete(timer),
    advance(delay) {
      now += delay
      for (const [timer, entry] of waiting) {
        if (entry.at > now) continue
        waiting.delete(timer)
        entry.callback()
      }
    }
  }
}

/** Saves that end only when the test says so. */
function heldSaves(): { save: () => Promise<void>; finish: () => void; started: () => number } {
  const open: (() => void)[] = []
  let started = 0
  return {
    save: () => {
      started += 1
      return new Promise((resolve) => open.push(resolve))
    },
    finish: () => open.shift()?.(),
    started: () => started
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the save queue', () => {
  it('saves once after a pause in typing, not at each key', () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    for (let key = 0; key < 3; key += 1) {
      queue.touch()
      timers.advance(autosavePause / 2)
    }
    expect(saves.started()).toBe(0)
    timers.advance(autosavePause / 2)
    expect(saves.started()).toBe(1)
  })

  it('saves at least every 700 ms what is written without any pause', async () => {
    const timers = manualTimers()
    const startedAt: number[] = []
    let now = 0
    const queue = createSaveQueue(() => Promise.resolve(void startedAt.push(now)), timers)
    for (; now < 10_000; now += 60) {
      queue.touch()
      timers.advance(60)
      await settled()
    }
    await settled()
    const waits = startedAt.map((at, index) => at - (startedAt[index - 1] ?? 0))
    expect(startedAt[0]).toBeLessThanOrEqual(autosaveLongestWait)
    expect(Math.max(...waits)).toBeLessThan(1000)
    expect(now - startedAt.at(-1)!).toBeLessThan(1000)
    expect(startedAt.length).toBeLessThan(20)
  })

  it('counts the longest wait anew after each save', async () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    queue.touch()
    timers.advance(autosavePause)
    saves.finish()
    await settled()
    queue.touch()
    timers.advance(autosaveLongestWait - autosavePause)
    await settled()
    expect(saves.started()).toBe(1)
  })

  it('takes up after resuming what changed while it was stopped', async () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    queue.stop()
    queue.touch()
    timers.advance(autosaveLongestWait * 2)
    expect(saves.started()).toBe(0)
    queue.resume()
    timers.advance(autosavePause)
    expect(saves.started()).toBe(1)
  })

  it('never runs two saves at once, and saves again what changed meanwhile', async () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    queue.touch()
    timers.advance(autosavePause)
    queue.touch()
    timers.advance(autosavePause)
    await settled()
    expect(saves.started()).toBe(1)
    saves.finish()
    await settled()
    expect(saves.started()).toBe(2)
  })

  it('waits for the pause also with what was typed during a save: who types on has one save after the other, not one upon the other', async () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    queue.touch()
    timers.advance(autosavePause)
    queue.touch()
    saves.finish()
    await settled()
    expect(saves.started()).toBe(1)
    timers.advance(autosavePause)
    expect(saves.started()).toBe(2)
  })

  it('flushes at once what waits, and resolves only when it is saved', async () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    queue.touch()
    let isFlushed = false
    const flushed = queue.flush().then(() => (isFlushed = true))
    await settled()
    expect([saves.started(), isFlushed]).toEqual([1, false])
    saves.finish()
    await flushed
    expect(isFlushed).toBe(true)
  })

  it('saves nothing when nothing changed, and nothing after it was stopped', async () => {
    const timers = manualTimers()
    const saves = heldSaves()
    const queue = createSaveQueue(saves.save, timers)
    await queue.flush()
    queue.touch()
    queue.stop()
    timers.advance(autosavePause * 2)
    await settled()
    expect(saves.started()).toBe(0)
  })
})
