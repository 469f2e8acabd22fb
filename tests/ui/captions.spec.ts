import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { playableWebm } from '../support/tiny-videos.ts'
import { connectMeta } from './support/connect-meta.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { add: 'Add images or a video', open: 'Subtitles of video 1', title: 'Subtitles', file: 'Add a file…', list: 'Subtitles of the video', french: 'French', english: 'English', remove: 'Remove the subtitles in English', replace: 'Replace the subtitles in French…', line: 'Subtitles: French, English', sign: 'Subtitles: French, English', done: 'Done', back: 'Put back', backwards: 'The times of backwards.vtt run backwards at line 3.', beyond: 'longer.srt goes on after the film is over.', threads: 'Threads takes no subtitles from other programs', count: '2 subtitles' },
  fr: { add: 'Ajouter des images ou une vidéo', open: 'Sous-titres de la vidéo 1', title: 'Sous-titres', file: 'Ajouter un fichier…', list: 'Sous-titres de la vidéo', french: 'Français', english: 'Anglais', remove: 'Retirer les sous-titres en anglais', replace: 'Remplacer les sous-titres en français…', line: 'Sous-titres : français, anglais', sign: 'Sous-titres : français, anglais', done: 'Terminé', back: 'Remettre', backwards: 'Les temps de backwards.vtt reculent à la ligne 3.', beyond: 'longer.srt continue après la fin du film.', threads: 'Threads ne prend pas de sous-titres venant d’autres programmes', count: '2 sous-titres' }
} as const

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const french = file('quai.fr.srt', '1\n00:00:00,500 --> 00:00:02,000\nMarée basse\n\n2\n00:00:02,500 --> 00:00:04,000\nà six heures\n')
const english = file('quay.en.vtt', 'WEBVTT\n\n00:00.500 --> 00:02.000\nLow tide\n')
const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/captions-${name}.png` })

/** The preview plays them: of the networks that get them alone. */
async function expectPlayed(page: Page, said: (typeof words)['en' | 'fr'], language: 'en' | 'fr'): Promise<void> {
  const player = page.locator('article').filter({ has: page.getByText(said.sign) }).locator('video')
  await expect(player.locator('track')).toHaveCount(2)
  const labels = language === 'en' ? ['French', 'English'] : ['français', 'anglais']
  expect(await player.locator('track').evaluateAll((tracks) => tracks.map((track) => [track.getAttribute('srclang'), track.getAttribute('label')]))).toEqual([['fr', labels[0]], ['en', labels[1]]])
  const spoken = await player.evaluate(async (video: HTMLVideoElement) => {
    const element = video.querySelector('track')!
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }))
    element.track.mode = 'showing'
    await loaded
    return [...(element.track.cues ?? [])].map((cue) => (cue as VTTCue).text)
  })
  expect(spoken).toEqual(['Marée haute'])
}

/** So does the library, with those of its posts. */
async function expectPlayedInLibrary(page: Page, language: string): Promise<void> {
  await page.getByRole('option', { name: /quay\.webm/ }).click()
  const player = page.locator('section[data-keep-beside] video')
  await expect(player.locator('track[src]')).toHaveCount(2)
  expect(await player.locator('track').evaluateAll((tracks) => tracks.map((track) => track.getAttribute('srclang')))).toEqual(['fr', 'en'])
  await expectAccessible(page, `a film with subtitles in the library (${language})`)
  const isPlaying = await player.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
    video.pause()
    return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
  })
  expect(isPlaying).toBe(true)
}

for (const language of ['en', 'fr'] as const) {
  const said = words[language]
  test(`a film gets subtitles in two languages, one is replaced, one taken away and put back, and previews and checks follow (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const targets = [accounts.bluesky, await connectMeta(studio, workspaceId, 'threads')]
    const postId = studio.engine.random.id()
    const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Low tide at six.' }] }] }
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: targets.map((accountId) => ({ accountId, variant: null })), media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByLabel(said.add, { exact: true }).and(page.locator('input')).setInputFiles({ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 320, height: 180, seconds: 7 })) })
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.captions?.map(({ language: tongue, fileName }) => [tongue, fileName])

    await page.getByRole('button', { name: said.open }).press('Enter')
    const dialog = page.getByRole('dialog', { name: said.title, exact: true })
    await expect(dialog.getByRole('button', { name: said.file })).toBeVisible()
    const adding = dialog.getByLabel(said.file, { exact: true }).and(page.locator('input'))
    await adding.setInputFiles([french, english])
    await expect(dialog.getByRole('list', { name: said.list }).getByRole('listitem')).toHaveCount(2)
    await expect(dialog.getByText(said.count)).toBeVisible()
    await expect.poll(stored).toEqual([['fr', 'quai.fr.srt'], ['en', 'quay.en.vtt']])

    await adding.setInputFiles([file('backwards.vtt', 'WEBVTT\n\n00:03.000 --> 00:02.000\nx\n'), file('longer.srt', '1\n00:01:00,000 --> 00:01:01,000\nx\n')])
    await expect(dialog.getByRole('alert').getByText(said.backwards)).toBeVisible()
    await expect(dialog.getByRole('alert').getByText(said.beyond)).toBeVisible()
    await expectAccessible(page, `the subtitles of a film (${language})`)
    await picture(page, `${language}-light`)

    await dialog.getByLabel(said.replace, { exact: true }).and(page.locator('input')).setInputFiles(file('quai2.srt', '1\n00:00:00,500 --> 00:00:02,000\nMarée haute\n'))
    await expect.poll(stored).toEqual([['fr', 'quai2.srt'], ['en', 'quay.en.vtt']])
    const tongue = dialog.getByRole('combobox').nth(1)
    await expect(tongue).toHaveValue(said.english)
    await dialog.getByRole('button', { name: said.remove }).press('Enter')
    await expect.poll(stored).toEqual([['fr', 'quai2.srt']])
    await expect(dialog.getByRole('button', { name: said.back })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(stored).toEqual([['fr', 'quai2.srt'], ['en', 'quay.en.vtt']])
    // Once the dialog is closed, the key takes the same back.
    await dialog.getByRole('button', { name: said.remove }).press('Enter')
    await expect.poll(stored).toEqual([['fr', 'quai2.srt']])
    await dialog.getByRole('button', { name: said.done }).press('Enter')
    await expect(dialog).toBeHidden()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(stored).toEqual([['fr', 'quai2.srt'], ['en', 'quay.en.vtt']])

    await expect(page.locator('[data-jump="media"]').getByText(said.line)).toBeVisible()
    await expect(page.locator('article').getByText(said.sign)).toHaveCount(1)
    await expect(page.getByText(said.threads, { exact: false })).toBeVisible()
    await expectPlayed(page, said, language)
    await expect(page.locator('article video track[src]')).toHaveCount(2)
    await expectAccessible(page, `a film with subtitles (${language})`)
    await picture(page, `${language}-composer`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `${language}-dark`)

    await studio.open(`#/w/${workspaceId}/library`)
    await expectPlayedInLibrary(page, language)
    await picture(page, `${language}-library-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    await picture(page, `${language}-library`)
  })
}

test('a file of subtitles that is let go on the writing side belongs to the film that stands there; without a film that is said', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [] }, targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const adding = page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input'))
  await adding.setInputFiles([french])
  await expect(page.getByText('No video for these subtitles')).toBeVisible()
  await adding.setInputFiles([english, { name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 320, height: 180, seconds: 7 })) }])
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.captions?.map(({ language, fileName }) => [language, fileName])).toEqual([['en', 'quay.en.vtt']])
})

test('the page for the client names the subtitles of a film, in its own language, and carries no film', async ({ studio, page }, testInfo) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Low tide at six.' }] }] }, targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input')).setInputFiles([french, english, { name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 320, height: 180, seconds: 7 })) }])
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.captions?.length).toBe(2)
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the client about posts' })
  await dialog.getByRole('checkbox', { name: /Low tide at six/ }).check()
  await dialog.getByRole('button', { name: 'Français' }).click()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Save the pack/ }).click()
  const path = testInfo.outputPath('pack.html')
  await (await saving).saveAs(path)
  const pack = readFileSync(path, 'utf8')
  expect(pack).toContain('Sous-titres de quay.webm\u00A0: français, anglais')
  // In the preview, as it is written out.
  expect(pack).toContain('>Sous-titres&nbsp;: français, anglais<')
  expect(pack).not.toMatch(/<video|<track|blob:/)
})
