import { expect, test } from 'vitest'
import { createMemorySecretStore } from '../../../../electron/main/secrets/memory-secret-store.ts'
import { createSecretBroker } from '../../../../electron/main/secrets/secret-broker.ts'
import { succeed } from '../../../../shared/contract/result.ts'

test('keeps, gives and forgets what the engine asks for', async () => {
  const answer = createSecretBroker(createMemorySecretStore())
  expect(await answer('secrets.get', { reference: 'account:1' })).toEqual(succeed(null))
  expect(await answer('secrets.put', { reference: 'account:1', secret: 's3cret' })).toEqual(succeed({}))
  expect(await answer('secrets.get', { reference: 'account:1' })).toEqual(succeed('s3cret'))
  expect(await answer('secrets.delete', { reference: 'account:1' })).toEqual(succeed({}))
  expect(await answer('secrets.get', { reference: 'account:1' })).toEqual(succeed(null))
})

test.each([{}, { reference: '' }, { reference: 'a/b' }, { reference: 'x'.repeat(201) }, { reference: 7 }, null])('refuses the reference in %j', async (input) => {
  const answer = createSecretBroker(createMemorySecretStore())
  expect(await answer('secrets.get', input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
})

test('refuses a secret that is none, without repeating it', async () => {
  const answer = createSecretBroker(createMemorySecretStore())
  const result = await answer('secrets.put', { reference: 'account:1', secret: 'hunter2'.repeat(20_000) })
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(JSON.stringify(result)).not.toContain('hunter2')
})
