import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { paintPicture } from '../../../electron/engine/practice/images/paint-picture.ts'
import { hasSharedFolder, sharedFolder } from '../../support/shared-folder.ts'
import { startPracticeRig, type PracticeRig } from './practice-rig.ts'

/**
 * The answers against the description of Mastodon's API (specs/mastodon, 4.7.0). zod reads the schemas; the few `$ref`s that point to
 * `components` are turned to where JSON Schema expects definitions.
 */
if (!hasSharedFolder) console.log('skipped: API conformance of the practice network (no ../shared; set VIGIE_SHARED)')

describe.skipIf(!hasSharedFolder)('the practice network’s answers', () => {
  let rig: PracticeRig
  let token: string
  let definitions: Record<string, unknown>
  const ids: Record<string, string> = {}

  function schemaOf(name: string) {
    return z.fromJSONSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: `#/$defs/${name}`, $defs: definitions } as never)
  }
  async function expectShape(name: string, method: string, path: string, options: Parameters<PracticeRig['call']>[2] = { token }) {
    const answer = await rig.call(method, path, options)
    expect(answer.rows.length).toBeGreaterThan(0)
    for (const row of answer.rows) {
      const parsed = schemaOf(name).safeParse(row)
      expect(parsed.success ? [] : parsed.error.issues, `${method} ${path}`).toEqual([])
    }
    return answer
  }

  beforeAll(async () => {
    const description = readFileSync(`${sharedFolder}/specs/mastodon/schema.json`, 'utf8').replaceAll('#/components/schemas/', '#/$defs/')
    definitions = z.object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) }).parse(JSON.parse(description)).components.schemas
    rig = await startPracticeRig()
    token = await rig.logIn()
    const body = new FormData()
    body.set('file', new Blob([Buffer.from(paintPicture('pile'))], { type: 'image/png' }), 'pile.png')
    ids['media'] = (await rig.call('POST', '/api/v2/media', { token, body })).body.id
    ids['post'] = (await rig.call('POST', '/api/v1/statuses', { token, json: { status: 'Bonjour @claire_b #café https://a.example/x', media_ids: [ids['media']] } })).body.id
    const write = (text: string, visibility: 'public' | 'direct', inReplyToId: string | null) =>
      rig.record.publish({ authorId: '100000000000000001', text, createdAt: rig.clock.now(), inReplyToId, reblogOfId: null, visibility, spoilerText: '', sensitive: false, language: 'fr' }).id
    ids['reply'] = write('@lesamarres bravo', 'public', ids['post'])
    ids['message'] = write('@lesamarres en privé', 'direct', null)
    rig.record.favour(ids['post'], '100000000000000001', rig.clock.now())
    rig.record.reblog(ids['post'], '100000000000000001', rig.clock.now())
    rig.record.follow('100000000000000002', rig.clock.now())
  })
  afterAll(() => rig?.stop())

  it('have the shapes of the description', async () => {
    await expectShape('DiscoverOauthServerConfigurationResponse', 'GET', '/.well-known/oauth-authorization-server')
    await expectShape('CredentialApplication', 'POST', '/api/v1/apps', { json: { client_name: 'Test', redirect_uris: ['urn:ietf:wg:oauth:2.0:oob'], scopes: 'read write' } })
    await expectShape('Application', 'GET', '/api/v1/apps/verify_credentials')
    await expectShape('Instance', 'GET', '/api/v2/instance')
    await expectShape('V1Instance', 'GET', '/api/v1/instance')
    await expectShape('CredentialAccount', 'GET', '/api/v1/accounts/verify_credentials')
    await expectShape('Account', 'GET', '/api/v1/accounts/100000000000000001')
    await expectShape('Relationship', 'GET', '/api/v1/accounts/relationships?id[]=100000000000000001')
    await expectShape('Status', 'POST', '/api/v1/statuses', { token, json: { status: 'Encore' } })
    await expectShape('Status', 'GET', `/api/v1/statuses/${ids['post']}`)
    await expectShape('Status', 'GET', `/api/v1/statuses/${ids['post']}`, {})
    await expectShape('Status', 'GET', '/api/v1/timelines/home')
    await expectShape('Status', 'GET', '/api/v1/accounts/100000000000000000/statuses')
    await expectShape('Status', 'POST', `/api/v1/statuses/${ids['reply']}/reblog`)
    await expectShape('Status', 'POST', `/api/v1/statuses/${ids['reply']}/favourite`)
    await expectShape('Context', 'GET', `/api/v1/statuses/${ids['post']}/context`)
    const told = await expectShape('Notification', 'GET', '/api/v1/notifications')
    expect(told.rows.map((row) => row.type)).toEqual(['follow', 'reblog', 'favourite', 'mention', 'mention'])
    await expectShape('Conversation', 'GET', '/api/v1/conversations')
    await expectShape('MediaAttachment', 'GET', `/api/v1/media/${ids['media']}`)
    const scheduled = await expectShape('ScheduledStatus', 'POST', '/api/v1/statuses', { token, json: { status: 'Demain', scheduled_at: new Date(rig.clock.now() + 3_600_000).toISOString() } })
    await expectShape('ScheduledStatus', 'GET', '/api/v1/scheduled_statuses')
    await expectShape('ScheduledStatus', 'GET', `/api/v1/scheduled_statuses/${scheduled.body.id}`)
    await expectShape('Search', 'GET', '/api/v2/search?q=claire')
    await expectShape('Error', 'GET', '/api/v1/statuses/1')
    for (const act of ['mute', 'block']) await expectShape('Relationship', 'POST', `/api/v1/accounts/100000000000000001/${act}`)
    await expectShape('MutedAccount', 'GET', '/api/v1/mutes')
    await expectShape('Account', 'GET', '/api/v1/blocks')
    for (const act of ['unmute', 'unblock']) await expectShape('Relationship', 'POST', `/api/v1/accounts/100000000000000001/${act}`)
    await expectShape('Report', 'POST', '/api/v1/reports', { token, json: { account_id: '100000000000000001', status_ids: [ids['reply']], comment: 'Spam', category: 'spam' } })
  })

  it('count likes, boosts and answers', async () => {
    const { body } = await rig.call('GET', `/api/v1/statuses/${ids['post']}`, { token })
    expect(body).toMatchObject({ favourites_count: 1, reblogs_count: 1, replies_count: 1, mentions: [{ acct: 'claire_b' }], tags: [{ name: 'café' }] })
  })
})
