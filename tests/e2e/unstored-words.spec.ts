import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { StudioScreens } from './support/studio-screens.ts'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-777777777777'

/** Answers the system's questions from here on, in order; gives what was asked. */
async function answerQuestions(studio: Studio, answers: readonly number[]): Promise<() => Promise<readonly string[]>> {
  await studio.app.evaluate(({ dialog }, given) => {
    const [asked, left] = [[] as string[], [...given]]
    Object.assign(globalThis, { askedHere: asked })
    Object.assign(dialog, {
      showMessageBox: async (...words: readonly unknown[]) => {
        asked.push((words.at(-1) as { message: string }).message)
        return { response: left.shift() ?? 1, checkboxChecked: false }
      }
    })
  }, answers)
  return () => studio.app.evaluate(() => (globalThis as unknown as { askedHere: string[] }).askedHere)
}

async function writeBehindALock(studio: Studio, dataFolder: string): Promise<DatabaseSync> {
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  const screens = await StudioScreens.of(studio)
  await studio.goTo(`#/w/${workspaceId}/compose?at=2027-01-05T09:30`)
  await screens.editor().fill('Linen')
  await studio.page.getByText(/^Saved at/).waitFor()
  const other = new DatabaseSync(join(dataFolder, 'workspaces', workspaceId, 'workspace.db'))
  other.exec('BEGIN IMMEDIATE')
  await screens.editor().fill('Linen from the hills')
  return other
}

const postIdOf = (studio: Studio): string => /compose\/([0-9a-f-]+)/.exec(studio.page.url())?.[1] ?? ''

for (const way of ['quitting', 'closing the window'] as const) {
  test(`${way} with words that cannot be stored asks first; staying keeps them, and they are stored once they can be`, async ({ launch, dataFolder }) => {
    const studio = await launch({ environment: { VIGIE_AUTOMATED: '0' } })
    const asked = await answerQuestions(studio, [1])
    const other = await writeBehindALock(studio, dataFolder)
    await studio.app.evaluate(({ app, BrowserWindow }, isQuitting) => (isQuitting ? app.quit() : BrowserWindow.getAllWindows()[0]?.close()), way === 'quitting')
    await expect.poll(asked, { timeout: 15_000 }).toEqual(['1 text could not be saved'])
    other.exec('ROLLBACK')
    other.close()
    await expect(studio.page.getByText(/^Saved at/)).toBeVisible({ timeout: 20_000 })
    const { post } = await studio.bridge.ask('posts.read', { workspaceId, postId: postIdOf(studio) })
    expect(JSON.stringify(post.document)).toContain('Linen from the hills')
  })
}

test('closing the window asks nothing where everything is stored, what was typed a moment before too', async ({ launch }) => {
  const studio = await launch({ environment: { VIGIE_AUTOMATED: '0' } })
  const asked = await answerQuestions(studio, [])
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  const screens = await StudioScreens.of(studio)
  await studio.goTo(`#/w/${workspaceId}/compose?at=2027-01-05T09:30`)
  await screens.editor().fill('Linen')
  await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => studio.windowCount()).toBe(0)
  expect(await asked()).toEqual([])
})

test('an idea that cannot be stored is asked about too, and is stored once it can be', async ({ launch, dataFolder }) => {
  const studio = await launch({ environment: { VIGIE_AUTOMATED: '0' } })
  const asked = await answerQuestions(studio, [1])
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  await StudioScreens.of(studio)
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await studio.page.getByRole('button', { name: 'New idea' }).first().click()
  const other = new DatabaseSync(join(dataFolder, 'workspaces', workspaceId, 'workspace.db'))
  other.exec('BEGIN IMMEDIATE')
  await studio.page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Linen from the hills')
  await studio.app.evaluate(({ app }) => app.quit())
  await expect.poll(asked, { timeout: 15_000 }).toEqual(['1 text could not be saved'])
  other.exec('ROLLBACK')
  other.close()
  const words = async () => (await studio.bridge.ask('ideas.list', { workspaceId })).words.map(({ title }) => title)
  await expect.poll(words, { timeout: 20_000 }).toEqual(['Linen from the hills'])
})

test('a saved text that is being written and cannot be stored is asked about, and is stored once it can be', async ({ launch, dataFolder }) => {
  const studio = await launch({ environment: { VIGIE_AUTOMATED: '0' } })
  const asked = await answerQuestions(studio, [1])
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  await StudioScreens.of(studio)
  await studio.goTo(`#/w/${workspaceId}/compose`)
  await studio.page.getByRole('button', { name: 'Saved texts and hashtags' }).click()
  await studio.page.getByRole('button', { name: 'New text…' }).click()
  const other = new DatabaseSync(join(dataFolder, 'workspaces', workspaceId, 'workspace.db'))
  other.exec('BEGIN IMMEDIATE')
  await studio.page.getByRole('form').getByRole('textbox', { name: 'Name' }).fill('Linen from the hills')
  await studio.app.evaluate(({ app }) => app.quit())
  await expect.poll(asked, { timeout: 15_000 }).toEqual(['1 text could not be saved'])
  other.exec('ROLLBACK')
  other.close()
  const words = async () => (await studio.bridge.ask('begun.read', { workspaceId, kind: 'snippet', ids: ['snippet'] })).begun.map((one) => (one.words.kind === 'snippet' ? one.words.snippet.name : ''))
  await expect.poll(words, { timeout: 20_000 }).toEqual(['Linen from the hills'])
})
