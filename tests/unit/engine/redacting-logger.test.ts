import { describe, expect, it } from 'vitest'
import { createRedactingLogger } from '../../../electron/engine/log/redacting-logger.ts'

const secrets: readonly (readonly [string, string])[] = [
  ['a bearer token', 'Authorization: Bearer qk3f9Zx0Lw7TtPpVvNn2'],
  ['basic credentials', 'basic dXNlcjpodW50ZXIy'],
  ['an app password of Bluesky', 'login with abcd-efgh-ijkl-mnop failed'],
  ['an application password of WordPress', 'login with aB3d Ef6h Ij9l Mn2p Qr5t Uv8x failed'],
  ['a JSON Web Token', 'got eyJhbGciOiJFUzI1NksifQ.eyJzdWIiOiJkaWQ6cGxjOngifQ.c2lnbmF0dXJl'],
  ['a long token', 'token was 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15'],
  ['a token by its key', '{"accessJwt":"short1","refresh_token":"short2"}'],
  ['a password by its key', 'appPassword: hunter2'],
  ['a password in an address', 'https://lea:hunter2@blog.example/wp-json']
]
const fragments = ['qk3f9Zx0', 'dXNlcjpo', 'abcd-efgh', 'aB3d Ef6h', 'eyJhbGci', 'c2lnbmF0', '9f86d081', 'short1', 'short2', 'hunter2']

describe('the log of the engine', () => {
  it.each(secrets)('hides %s at every level', (_, text) => {
    const lines: string[] = []
    const log = createRedactingLogger((level, line) => lines.push(`${level} ${line}`))
    log.info(text)
    log.warning(`nested: ${text} and more`)
    log.error(new Error(text).stack ?? '')
    expect(lines).toHaveLength(3)
    for (const fragment of fragments) expect(lines.join('\n')).not.toContain(fragment)
  })

  it('leaves ids, file names and times readable', () => {
    const lines: string[] = []
    createRedactingLogger((_, line) => lines.push(line)).info('workspace 3f2b8c1e-9d4a-4e6b-8f10-2a7c5d9e1b34 opened at 2026-11-21T09:00:00.000Z from workspace.db')
    expect(lines).toEqual(['workspace 3f2b8c1e-9d4a-4e6b-8f10-2a7c5d9e1b34 opened at 2026-11-21T09:00:00.000Z from workspace.db'])
  })

  it('cuts an endless text', () => {
    const lines: string[] = []
    createRedactingLogger((_, line) => lines.push(line)).info('word '.repeat(10_000))
    expect(lines[0]).toHaveLength(4000)
  })
})
