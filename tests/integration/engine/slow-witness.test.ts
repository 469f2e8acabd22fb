import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openWitness } from '../../../electron/engine/settings/witness.ts'
import { createManualClock } from '../support/manual-clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'vigie-witness-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a disk that takes longer for a word than lies between two of them gets one after the other, and ends with the last one', async () => {
  const clock = createManualClock(0)
  const warnings: string[] = []
  const note = (text: string): void => void warnings.push(text)
  const place = { folder: '/data', isOfAnotherFolder: false, stayed: () => false, mayHaveBeenCarried: () => false, note: () => undefined }
  const witness = openWitness({ folder, installation: 'this', place, known: () => null, clock, log: { info: note, warning: note, error: note }, onWritten: () => undefined })
  for (let serial = 1; serial <= 20; serial += 1) {
    witness.note('client', { serial, mark: `mark ${serial}` })
    // No turn for the disk in between.
    clock.runDue(serial * 3_000)
  }
  await witness.stop()
  expect(warnings).toEqual([])
  const names = readdirSync(folder)
  expect(names).toHaveLength(1)
  expect(JSON.parse(readFileSync(join(folder, names[0] ?? ''), 'utf8'))).toEqual({ version: 1, clients: { client: { serial: 20, mark: 'mark 20' } } })
})
