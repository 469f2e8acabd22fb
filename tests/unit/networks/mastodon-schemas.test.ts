import { describe, expect, it } from 'vitest'
import { remoteIdSchema } from '../../../electron/engine/networks/mastodon/mastodon-schemas.ts'

describe('an id of a Mastodon server', () => {
  it.each([['"115555555555555555"', '115555555555555555'], ['42', '42'], ['9007199254740991', '9007199254740991']])('is read from %s', (json, id) => {
    expect(remoteIdSchema.parse(JSON.parse(json))).toBe(id)
  })

  it.each(['9007199254740993', '115555555555555555', '1e308', '1.5', '""', 'null', '{}', '"\\ud800"', '"a b"', `"${'7'.repeat(201)}"`])('is not read from %s, which may be another one’s, or no part of a path', (json) => {
    expect(remoteIdSchema.safeParse(JSON.parse(json)).success).toBe(false)
  })
})
