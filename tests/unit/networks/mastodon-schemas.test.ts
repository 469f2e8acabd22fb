import { describe, expect, it } from 'vitest'
import { remoteIdSchema } from '../../../electron/engine/networks/mastodon/mastodon-schemas.ts'

describe('an id of a Mastodon server', () => {
  it.each([['"115555555555555555"', '115555555555555555'], ['42', '42'], ['9007199254740991', '9007199254740991']])('is read from %s', (json, id) => {
    expect(remoteIdSchema.parse(JSON.parse(json))).toBe(id)
  })

  it.each(['9007199254740993', '115555555555555555', '1e308', '1.5', '""', 'null', '{}'])('is not read from %s, which may be another one’s', (json) => {
    expect(remoteIdSchema.safeParse(JSON.parse(json)).success).toBe(false)
  })
})
