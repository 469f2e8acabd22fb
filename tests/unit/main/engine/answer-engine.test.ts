import { expect, test } from 'vitest'
import { createEngineAnswers } from '../../../../electron/main/engine/answer-engine.ts'
import { createMemorySecretStore } from '../../../../electron/main/secrets/memory-secret-store.ts'
import { succeed } from '../../../../shared/contract/result.ts'

function answers(): { answer: ReturnType<typeof createEngineAnswers>; asked: string[] } {
  const asked: string[] = []
  const resolveProxy = async (url: string): Promise<string> => (asked.push(url), 'PROXY proxy.example:3128')
  return { answer: createEngineAnswers({ secrets: createMemorySecretStore(), session: () => ({ resolveProxy }) }), asked }
}

test('asks the system about a server', async () => {
  const { answer, asked } = answers()
  expect(await answer('network.route', { origin: 'https://reseau.example/' })).toEqual(succeed('PROXY proxy.example:3128'))
  expect(asked).toEqual(['https://reseau.example/'])
})

test.each([null, {}, { origin: 'https://a.example/path?access_token=x' }, { origin: 'file:///etc/passwd' }, { origin: 'https://name:word@a.example/' }])('refuses to ask about %j', async (input) => {
  const { answer, asked } = answers()
  expect(await answer('network.route', input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(asked).toEqual([])
})

test('goes on answering for the keychain', async () => {
  const { answer } = answers()
  expect(await answer('secrets.put', { reference: 'account:1', secret: 's' })).toEqual(succeed({}))
  expect(await answer('secrets.get', { reference: 'account:1' })).toEqual(succeed('s'))
})
