import { browsePds } from '../servers/bluesky/browse-pds.ts'
import { hasBlueskyServer, startBlueskyServer, type BlueskyServer } from '../servers/start-bluesky-server.ts'
import { openStates, scheduleNextMinute } from './support/schedule-next-minute.ts'
import { filesWithSecrets } from './support/search-secrets.ts'
import { StudioScreens } from './support/studio-screens.ts'
import { expect, test } from './support/test.ts'

const posts = 'app.bsky.feed.post'

test.describe('on a real Bluesky server', () => {
  test.skip(!hasBlueskyServer, 'the modules of the server were not laid out')
  let server: BlueskyServer

  test.beforeAll(async () => {
    server = await startBlueskyServer()
  })
  test.afterAll(() => server?.stop())

  test('schedules while offline, survives the engine, publishes exactly once, shows the answer and answers it', async ({ launch }) => {
    test.setTimeout(240_000)
    const lea = await server.createPerson('lea')
    const tom = await server.createPerson('tom')
    const appPassword = await lea.makeAppPassword('vigie')
    const testOptions = { blueskyAppViewDid: server.appViewDid, blueskyChatDid: server.chatDid, pollEveryMs: 500 }
    const studio = await launch({ environment: { VIGIE_TEST_OPTIONS: JSON.stringify(testOptions) } })
    const screens = await StudioScreens.of(studio)

    await screens.createClient('Les Amarres')
    await screens.connectBluesky(server.url, lea.handle, appPassword)
    const workspaceId = (await studio.bridge.ask('studio.read', {})).workspaces[0]!.id

    await studio.bridge.ask('studio.saveSettings', { settings: { workOffline: true } })
    // Typed with a plain space: the editor sets the no-break space that French wants before a colon.
    const text = 'Marché de Noël\u00a0: le programme est là https://exemple.fr/noel #Nantes'
    await screens.write(text.replaceAll('\u00a0', ' '))
    // It passes while the studio is offline.
    const postId = await scheduleNextMinute(studio, workspaceId)

    const ready = studio.bridge.next('engine.changed', { state: 'ready' })
    process.kill(await studio.enginePid(), 'SIGKILL')
    await ready
    await expect
      .poll(() => openStates(studio, workspaceId, postId), { timeout: 90_000, intervals: [1_000] })
      .toEqual(['waiting_for_network'])
    expect(await lea.records(posts)).toEqual([])

    await studio.bridge.ask('studio.saveSettings', { settings: { workOffline: false } })
    await expect.poll(async () => (await lea.records(posts)).length, { timeout: 30_000 }).toBe(1)
    const [record] = await lea.records(posts)
    expect(record!.value).toMatchObject({ text, facets: [expect.anything(), expect.anything()] })
    await expect.poll(async () => (await studio.bridge.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')

    await tom.reply('Est-ce ouvert le dimanche ?', { uri: record!.uri, cid: record!.cid })
    await screens.goTo('inbox')
    await expect(studio.page.getByRole('option').filter({ hasText: 'Est-ce ouvert le dimanche ?' })).toBeVisible({ timeout: 30_000 })
    await screens.reply('Est-ce ouvert le dimanche ?', 'Oui, de 10 h à 18 h.')
    await expect.poll(async () => (await lea.records(posts)).map((own) => own.value['text']), { timeout: 30_000 }).toContain('Oui, de 10 h à 18 h.')
    expect(await lea.records(posts)).toHaveLength(2)

    expect(studio.complaints()).toEqual([])
    const shown = await studio.page.evaluate(() => document.documentElement.outerHTML)
    expect(shown).not.toContain(appPassword)
    await studio.close()
    expect(studio.output()).not.toContain(appPassword)
    expect(filesWithSecrets(studio.dataFolder, [appPassword])).toEqual([])
  })

  test('is connected in the system’s browser, publishes, goes on after a restart, and leaves no token and no key in any file', async ({ launch }) => {
    test.setTimeout(180_000)
    const mia = await server.createPerson('mia')
    const testOptions = { blueskyAppViewDid: server.appViewDid, blueskyChatDid: server.chatDid, blueskyPlcUrl: server.plcUrl }
    const environment = { VIGIE_TEST_OPTIONS: JSON.stringify(testOptions) }
    const first = await launch({ environment })
    const screens = await StudioScreens.of(first)
    await screens.createClient('Les Amarres')
    const opened = await first.catchExternal()
    await screens.beginBlueskyLogin(server.url, mia.handle)
    const [loginUrl = ''] = await opened()
    const redirect = await browsePds(loginUrl, { handle: mia.handle, password: 'password of mia', allows: true })
    expect((await fetch(redirect)).status).toBe(200)
    const row = first.page.getByRole('row', { name: /@mia\.test/ })
    await expect(row.getByText('Ends in 14 days')).toBeVisible()
    await screens.write('Par le navigateur')
    await screens.publishNow()
    await expect.poll(async () => (await mia.records(posts)).map(({ value }) => value['text']), { timeout: 60_000 }).toEqual(['Par le navigateur'])
    expect(first.complaints()).toEqual([])
    await first.close()

    const second = await launch({ environment })
    const workspaceId = (await second.bridge.ask('studio.read', {})).workspaces[0]!.id
    const [account] = (await second.bridge.ask('accounts.list', { workspaceId })).accounts
    expect(await second.bridge.ask('accounts.check', { workspaceId, accountId: account!.id })).toMatchObject({ state: 'connected', remoteId: mia.did })
    await second.close()
    const secrets = [new URL(redirect).searchParams.get('code')!, new URL(redirect).searchParams.get('state')!]
    for (const secret of secrets) expect(first.output() + second.output()).not.toContain(secret)
    expect(filesWithSecrets(second.dataFolder, secrets)).toEqual([])
  })
})
