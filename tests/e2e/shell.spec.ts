import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItem } from 'electron'
import { runStudio } from './support/studio-command.ts'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

const workspace = { id: '0b1f7a7e-3c1b-4d52-9d5c-111111111111', name: 'Boulangerie Martin', colour: 'teal', timeZone: 'Europe/Paris' } as const

/** Labels of the native menu, top level and below. */
const menuLabels = (studio: Studio) =>
  studio.app.evaluate(({ Menu }) => {
    const labels = (items: readonly MenuItem[]): string[] => items.flatMap((item) => [item.label, ...labels(item.submenu?.items ?? [])])
    return labels(Menu.getApplicationMenu()?.items ?? []).filter((label) => label !== '')
  })

const clickMenu = (studio: Studio, label: string) =>
  studio.app.evaluate(({ Menu }, wanted) => {
    const all = (items: readonly MenuItem[]): MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
    all(Menu.getApplicationMenu()?.items ?? []).find((item) => item.label === wanted)?.click()
  }, label)

test.describe('the menu', () => {
  test('leads the page to its screens', async ({ studio }) => {
    await expect.poll(() => menuLabels(studio)).toContain('New post')
    for (const [label, to] of [['New post', 'compose'], ['Inbox', 'inbox'], ['Keyboard shortcuts', 'shortcuts']] as const) {
      const heard = studio.bridge.next('navigate')
      await clickMenu(studio, label)
      expect(await heard).toEqual({ workspaceId: null, to, subjectId: null })
    }
  })

  test('speaks the language of the settings, also from the first moment of the next start', async ({ launch }) => {
    const first = await launch()
    await expect.poll(() => menuLabels(first)).toContain('File')
    await first.bridge.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
    await expect.poll(() => menuLabels(first)).toContain('Nouvelle publication')
    expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    await first.close()

    const second = await launch()
    await expect.poll(() => menuLabels(second)).toContain('Nouvelle publication')
    expect(await second.page.evaluate(() => navigator.language)).toMatch(/^fr/)
    expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
  })
})

test.describe('the window', () => {
  test('opens where it was closed', async ({ launch, dataFolder }) => {
    const first = await launch()
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 120, y: 60, width: 1_000, height: 700 }))
    await first.close()
    expect(JSON.parse(readFileSync(join(dataFolder, 'window.json'), 'utf8'))).toMatchObject({ bounds: { width: 1_000, height: 700 } })

    const second = await launch()
    const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())
    expect(bounds).toMatchObject({ width: 1_000, height: 700 })
    expect(Math.abs(bounds.x - 120) + Math.abs(bounds.y - 60)).toBeLessThan(80)
  })

  test('is loaded again when its page dies', async ({ studio }) => {
    const loaded = studio.app.evaluate(
      ({ BrowserWindow }) => new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]!.webContents.once('did-finish-load', () => resolve()))
    )
    await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
    await loaded
    const version = await studio.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript("window.studio.request('studio.environment', {}).then(({ value }) => value.version)") as Promise<string>
    )
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
  })

  test('can be closed while the studio goes on, and comes back with a second start', async ({ studio }) => {
    const enginePid = await studio.enginePid()
    await studio.page.close()
    await expect.poll(() => studio.windowCount()).toBe(0)
    const opened = studio.app.waitForEvent('window')
    const second = await runStudio(studio.dataFolder, [])
    expect(second.exitCode).toBe(0)
    expect(second.stderr).toContain('Vigie is open already')
    await studio.isUsable(await opened)
    expect(await studio.windowCount()).toBe(1)
    expect(await studio.enginePid()).toBe(enginePid)
  })
})

test.describe('a second start', () => {
  test('leaves at once and does not open a second window', async ({ studio }) => {
    const second = await runStudio(studio.dataFolder, [])
    expect(second.exitCode).toBe(0)
    expect(await studio.windowCount()).toBe(1)
  })

  test('hands its link over, when it is one of ours', async ({ studio }) => {
    const heard = studio.bridge.next('navigate')
    await runStudio(studio.dataFolder, ['vigie://open/watch?x=1'])
    await runStudio(studio.dataFolder, [`vigie://open/inbox/${workspace.id}`])
    expect(await heard).toEqual({ workspaceId: workspace.id, to: 'inbox', subjectId: null })
  })

  test('with the same data cannot take pictures', async ({ studio, dataFolder }) => {
    const second = await runStudio(dataFolder, ['--screenshot', join(dataFolder, 'a.png')])
    expect(second.exitCode).toBe(1)
    expect(second.stderr).toContain('name another folder in VIGIE_DATA_DIR')
    expect(await studio.windowCount()).toBe(1)
  })
})

test('a link given at the start leads there once the page can follow', async ({ launch }) => {
  const first = await launch()
  await first.bridge.ask('workspaces.create', workspace)
  await first.close()
  const second = await launch({ words: [`vigie://open/watch/${workspace.id}`] })
  await expect.poll(() => second.page.url()).toContain(`#/w/${workspace.id}/watch`)
})

test.describe('quitting with something due today', () => {
  /** Puts the question's answer in the place of a person; gives what was asked. */
  const answerWith = async (studio: Studio, response: number) => {
    await studio.app.evaluate(({ dialog }, answer) => {
      const asked: string[] = []
      Object.assign(globalThis, { askedAtQuitting: asked })
      // The second argument is the question when the first is the window.
      dialog.showMessageBox = (async (...values: { message?: string; detail?: string; buttons?: string[] }[]) => {
        const question = values.find(({ message }) => message !== undefined)
        asked.push([question?.message, question?.detail, ...(question?.buttons ?? [])].join('\n'))
        return { response: answer, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
    }, response)
    return () => studio.app.evaluate(() => (globalThis as unknown as { askedAtQuitting: string[] }).askedAtQuitting)
  }

  test('asks first, and stays when that is the answer', async ({ launch }) => {
    // The computer keeps the client's time: the question names the hour by its clock.
    const studio = await launch({ environment: { VIGIE_AUTOMATED: '0', TZ: noonZone() } })
    const workspaceId = workspace.id
    await studio.bridge.ask('practice.start', { workspaceId, language: 'fr', timeZone: noonZone() })
    const { posts } = await studio.bridge.ask('posts.list', { workspaceId, from: 0, until: 4_000_000_000_000, drafts: true })
    const postId = '0b1f7a7e-3c1b-4d52-9d5c-444444444444'
    const { post } = await studio.bridge.ask('posts.copy', { workspaceId, postId: posts[0]!.id, newPostId: postId })
    const inAnHour = new Intl.DateTimeFormat('sv-SE', { timeZone: noonZone(), dateStyle: 'short', timeStyle: 'short' }).format(Date.now() + 3_600_000).replace(' ', 'T')
    await studio.bridge.ask('posts.schedule', { workspaceId, postId, revision: post.revision, isRepeatMeant: true, when: { kind: 'at', localDateTime: inAnHour } })

    const asked = await answerWith(studio, 1)
    await studio.app.evaluate(({ app }) => app.quit())
    await expect.poll(asked).toHaveLength(1)
    expect((await asked())[0]).toMatch(/^\d+ posts? (is|are) still to go out today\nThe next one leaves: \d\d:\d\d\.\n\nPosts leave only while Vigie is running[^]*\nQuit anyway\nStay open$/)
    await studio.bridge.ask('studio.saveSettings', { settings: { language: 'fr' } })
    const askedInFrench = await answerWith(studio, 1)
    await studio.app.evaluate(({ app }) => app.quit())
    await expect.poll(askedInFrench).toHaveLength(1)
    expect((await askedInFrench())[0]).toMatch(/^\d+ publications? (est|sont) encore à envoyer aujourd’hui\nProchain départ\u00a0: \d\d:\d\d\.\n\nLes publications ne partent que si Vigie est ouvert[^]*\nQuitter quand même\nRester ouvert$/)
    expect((await studio.bridge.request('studio.read', {})).ok).toBe(true)
    await answerWith(studio, 0)
    expect(await studio.close()).toBe(0)
  })
})

/** A zone in which it is about noon now, so that an hour from now is still today at whatever time the test runs. */
function noonZone(): string {
  const offset = 12 - new Date().getUTCHours()
  // The sign of these names is the other way round: Etc/GMT-2 is two hours ahead.
  return offset === 0 ? 'Etc/UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}
