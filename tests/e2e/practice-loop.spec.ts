import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStates, scheduleNextMinute } from './support/schedule-next-minute.ts'
import { filesWithSecrets } from './support/search-secrets.ts'
import type { Studio } from './support/studio.ts'
import { StudioScreens } from './support/studio-screens.ts'
import { expect, test } from './support/test.ts'

const environment = { VIGIE_TEST_OPTIONS: JSON.stringify({ practiceIsInstant: true, pollEveryMs: 400 }) }

/** What the practice network itself has on record of our own texts. */
function recorded(studio: Studio, workspaceId: string, text: string): number {
  const database = new Database(join(studio.dataFolder, 'workspaces', workspaceId, 'practice.db'), { readonly: true })
  const row = database.prepare<[string], { count: number }>('SELECT count(*) AS count FROM statuses JOIN members ON members.id = author_id WHERE is_own = 1 AND text LIKE ? AND deleted_at IS NULL').get(`%${text}%`)
  database.close()
  return row?.count ?? 0
}

test('does the whole job on the practice network: schedule offline, lose the engine, publish once, read the answers, reply', async ({ launch }) => {
  test.setTimeout(240_000)
  const studio = await launch({ environment })
  const screens = await StudioScreens.of(studio)
  await screens.startPractising()
  const [workspace] = (await studio.bridge.ask('studio.read', {})).workspaces
  const workspaceId = workspace!.id

  await studio.bridge.ask('studio.saveSettings', { settings: { workOffline: true } })
  await screens.write('Demain, dégustation de six cafés : qui vient ?')
  // It passes while the studio is offline.
  const postId = await scheduleNextMinute(studio, workspaceId)

  const ready = studio.bridge.next('engine.changed', { state: 'ready' })
  process.kill(await studio.enginePid(), 'SIGKILL')
  await ready
  await expect.poll(() => openStates(studio, workspaceId, postId), { timeout: 90_000, intervals: [1_000] }).toEqual(['waiting_for_network'])
  await expect(studio.page.getByText('Once back online', { exact: true }).first()).toBeVisible()
  expect(recorded(studio, workspaceId, 'dégustation de six cafés')).toBe(0)

  await studio.bridge.ask('studio.saveSettings', { settings: { workOffline: false } })
  await expect.poll(() => recorded(studio, workspaceId, 'dégustation de six cafés'), { timeout: 20_000 }).toBe(1)
  await expect(studio.page.getByText('Published').first()).toBeVisible({ timeout: 15_000 })

  await screens.goTo('inbox')
  await expect
    .poll(async () => {
      const { conversations } = await studio.bridge.ask('inbox.page', { workspaceId, view: 'all', kind: 'comment', accountId: null, before: null, limit: 100 })
      const threads = await Promise.all(conversations.slice(0, 20).map((conversation) => studio.bridge.ask('inbox.read', { workspaceId, conversationId: conversation.id })))
      return threads.some((thread) => thread.post?.excerpt.includes('dégustation de six cafés'))
    }, { timeout: 40_000 })
    .toBe(true)
  const { conversations } = await studio.bridge.ask('inbox.page', { workspaceId, view: 'open', kind: 'comment', accountId: null, before: null, limit: 1 })
  // By its address: the town goes on talking, and the list with it.
  await studio.goTo(`#/w/${workspaceId}/inbox/${conversations[0]!.id}`)
  await screens.answer('Merci, à demain alors !')
  await expect.poll(() => recorded(studio, workspaceId, 'Merci, à demain alors'), { timeout: 20_000 }).toBe(1)

  // One more turn of every poller and of the outbox: still once.
  await studio.bridge.ask('inbox.refresh', { workspaceId })
  expect(recorded(studio, workspaceId, 'dégustation de six cafés')).toBe(1)
  expect(studio.complaints()).toEqual([])
  await studio.close()
  expect(filesWithSecrets(studio.dataFolder, [])).toEqual([])
})

test('restores what was typed a second ago after the whole studio is killed, without one pause in the typing', async ({ launch, dataFolder }) => {
  const studio = await launch({ environment })
  const screens = await StudioScreens.of(studio)
  await screens.startPractising()
  await studio.page.keyboard.press('Control+n')
  await screens.editor().click()
  const typed = await typeSteadily(studio, 5_000)
  await studio.kill()

  const again = await launch({ dataFolder, environment })
  await again.goTo(typed.address)
  const editor = (await StudioScreens.of(again)).editor()
  await expect(editor).toHaveText(/^un deux /)
  const kept = (await editor.textContent())!.trim().split(' ').length
  expect(kept).toBeGreaterThanOrEqual(typed.wordsSecondsAgo)
})

/** Types word after word without a pause that would save them; `wordsSecondsAgo`: how many stood there two seconds before the end. */
async function typeSteadily({ page }: Studio, duration: number): Promise<{ readonly address: string; readonly wordsSecondsAgo: number }> {
  const typedAt: number[] = []
  const address = await page.evaluate(() => window.location.hash)
  const endsAt = Date.now() + duration
  while (Date.now() < endsAt) {
    await page.keyboard.type(`${['un', 'deux'][typedAt.length] ?? 'trois'} `, { delay: 40 })
    typedAt.push(Date.now())
  }
  return { address, wordsSecondsAgo: typedAt.filter((at) => at < Date.now() - 2_000).length }
}
