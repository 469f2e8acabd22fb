import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'vigie-networks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lineSchema = z.object({ id: z.string().min(1), name: z.string().min(1), service: z.enum(['api', 'assisted', 'closed']), verifiedBy: z.enum(['real', 'spec', 'fake']) })

it('the command prints the table for people and writes the file for programs, named from where it was called', () => {
  const { status, stdout } = spawnSync(process.execPath, [resolve('tests/networks/print-networks.ts'), '--json', 'networks.json'], { cwd: folder, encoding: 'utf8' })
  expect(status).toBe(0)
  const lines = z.array(lineSchema).parse(JSON.parse(readFileSync(join(folder, 'networks.json'), 'utf8')))
  expect(new Set(lines.map(({ service }) => service))).toEqual(new Set(['api', 'assisted', 'closed']))
  for (const { name } of lines) expect(stdout).toContain(name)
})

it('without a file the command prints JSON alone, for the next program to read', () => {
  const { status, stdout } = spawnSync(process.execPath, [resolve('tests/networks/print-networks.ts'), '--json'], { cwd: folder, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(z.array(lineSchema.loose()).parse(JSON.parse(stdout)).find(({ id }) => id === 'mastodon')).toMatchObject({ capabilities: { id: 'mastodon', nativeSchedule: expect.anything() } })
})
