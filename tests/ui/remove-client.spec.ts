import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph, type FilledClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const second = 1000

async function send(studio: Studio, workspaceId: string, accountId: string, text: string, localDateTime: string | null = null): Promise<string> {
  const postId = studio.engine.random.id()
  const content = { title: text, document: paragraph(text), targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: localDateTime === null ? { kind: 'now' } : { kind: 'at', localDateTime } })
  await studio.advance(2 * second)
  return postId
}

/** One with its network, one that nobody knows of, one on the wire. */
async function setOnTheWay(studio: Studio, { workspaceId, accounts }: FilledClient): Promise<() => void> {
  const later = await send(studio, workspaceId, accounts.mastodon, 'Later', '2026-11-21T18:00')
  await studio.engine.ask('handOver.start', { workspaceId, postId: later })
  studio.bluesky.nextSends(...Array.from({ length: 12 }, () => 'cut' as const))
  await send(studio, workspaceId, accounts.bluesky, 'Perhaps')
  const letGo = studio.wordpress.holdAnswers()
  await send(studio, workspaceId, accounts.wordpress, 'Slow')
  return letGo
}

/** Time goes on until it is seen: what is on the wire is waited for. */
async function advanceUntil(studio: Studio, seen: () => Promise<boolean>): Promise<void> {
  const goOn = async (): Promise<boolean> => {
    if (await seen()) return true
    await studio.advance(second)
    return false
  }
  await expect.poll(goOn, { intervals: [10] }).toBe(true)
}

const clients = async (studio: Studio): Promise<number> => (await studio.engine.ask('studio.read', {})).workspaces.length
const askFor = (page: Page, name: RegExp) => page.getByRole('button', { name }).click()

test('the question says what is on its way, a second one what a network keeps, and a notice what nobody knows, over every client and over none', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  const { workspaceId, accounts, texts } = client
  await setOnTheWay(studio, client)
  await studio.open(`#/w/${workspaceId}/settings`)
  await askFor(page, /^Remove Tideline.*…/)
  const question = page.getByRole('alertdialog')
  const lines = question.getByRole('list', { name: 'On its way now' }).getByRole('listitem')
  await expect(lines).toHaveText([/^One post or answer is being sent right now/, /^One post or answer may be out/, /^One post was handed over to its network/, /^\d+ posts are planned/])
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page, 'the question before a client is removed')
  // Its account cannot be used any more: what lies there cannot be called back.
  studio.mastodon.nextSends('revoked')
  await send(studio, workspaceId, accounts.mastodon, 'Refused')
  await question.getByRole('button', { name: 'Remove the client' }).click()
  // Nothing can be taken back while it is at work, and no button pretends that it could.
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  const kept = page.getByRole('alertdialog', { name: 'One post still waits with its network. Remove the client all the same?' })
  await advanceUntil(studio, () => kept.isVisible())
  await expect(kept).toContainText('It could not be called back, and its network will publish it at its time. Nothing was removed yet')
  await expect(kept.getByRole('list')).toHaveCount(0)
  await expectAccessible(page, 'the question before a client is removed all the same')
  expect(await clients(studio)).toBe(1)

  const other = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: other, name: 'Les Amarres', colour: 'brick', timeZone: 'Europe/Paris' })
  await kept.getByRole('button', { name: 'Remove all the same' }).click()
  await advanceUntil(studio, async () => (await clients(studio)) === 1)
  const notice = page.getByRole('status').filter({ hasText: `${texts.name} was removed while something of it was on its way.` })
  await expect(notice).toContainText('One post or answer may be out on Bluesky (@tideline.bsky.social)')
  await expect(notice).toContainText('Mastodon (@tideline@mastodon.example) publishes one post by itself, Sat 21 Nov, 18:00, unless it is deleted there.')
  await expect.poll(() => notice.locator('span > span').evaluateAll((nodes) => nodes.map((line) => getComputedStyle(line).display))).toEqual(['block', 'block', 'block', 'block'])
  await expect(notice).not.toContainText(/Perhaps|Slow|Later/)
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
  await expectAccessible(page, 'the notice of a client that was removed')

  await studio.engine.ask('workspaces.remove', { workspaceId: other })
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome aboard' })).toBeVisible()
  await expect(notice).toBeVisible()
  await expectAccessible(page, 'the notice of a client that was removed, with none left')
  await notice.getByRole('button', { name: 'Understood' }).click()
  await expect(notice).toHaveCount(0)
  await studio.open()
  await expect(notice).toHaveCount(0)
})

test('in French, with one of each, every sentence stands by itself, and Escape removes nothing', async ({ studio, page }) => {
  const client = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await setOnTheWay(studio, client)
  await page.setViewportSize({ width: 1024, height: 700 })
  await studio.open(`#/w/${client.workspaceId}/settings`)
  await askFor(page, /^Retirer Le Comptoir.*…/)
  const question = page.getByRole('alertdialog')
  const lines = question.getByRole('list', { name: 'En route en ce moment' }).getByRole('listitem')
  await expect(lines).toHaveText([
    'Une publication ou réponse est en cours d’envoi. Vigie l’attend quelques secondes, puis l’interrompt.',
    'Une publication ou réponse est peut-être parue\u00a0: personne ne le sait encore, et Vigie ne la cherchera plus.',
    /^Une publication a été confiée à son réseau, pour le .+, \d\d:\d\d\. Elle est d’abord rappelée\.$/,
    /^\d+ publications sont programmées\. Elles ne partiront pas\.$/
  ])
  await expect(question.getByRole('button', { name: 'Retirer le client' })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  expect(await clients(studio)).toBe(1)
})

test('what leaves within seconds is told apart, live, with the way to the folder; and what has left meanwhile is said', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await studio.open(`#/w/${workspaceId}/settings`)
  await send(studio, workspaceId, accounts.bluesky, 'Dernière')
  await askFor(page, /^Retirer Le Comptoir.*…/)
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('/home/lea/.config/Vigie/bin')
  const lines = question.getByRole('list', { name: 'En route en ce moment' }).getByRole('listitem')
  await expect(lines.first()).toHaveText(/^Une publication ou réponse part dans 1[0-5] s, sauf si vous la reprenez ou retirez le client avant\.$/)
  await expectAccessible(page, 'the question before a client is removed, with something about to leave')
  await studio.advance(20 * second)
  await expect(lines.first()).toHaveText('Une publication ou réponse est partie pendant votre lecture.')
})

for (const language of ['en', 'fr'] as const) {
  test(`where Vigie was cut off in the middle of a removal, that is said with what was called back, and both ways on are there (${language})`, async ({ studio, page }) => {
    const client = await fillClient(studio, language)
    const { workspaceId, accounts, texts } = client
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
    const later = await send(studio, workspaceId, accounts.mastodon, 'Later', '2026-11-21T18:00')
    await studio.engine.ask('handOver.start', { workspaceId, postId: later })
    await studio.advance(2 * second)
    const letGo = studio.wordpress.holdAnswers()
    await send(studio, workspaceId, accounts.wordpress, 'Slow')
    void studio.engine.request('workspaces.remove', { workspaceId })
    await studio.advance(3 * second)
    const killed = studio.engine.restart({ crash: true })
    letGo()
    await killed
    await studio.advance(30 * second)

    await studio.open(`#/w/${workspaceId}/calendar`)
    const words = language === 'en'
      ? { title: `The removal of ${texts.name} was interrupted`, back: 'One post was called back from its network and waits here now: “Later” (Sat 21 Nov, 18:00)', keep: 'Keep the client…', remove: 'Remove the client…', question: `Keep ${texts.name}?`, stays: 'Its removal is given up', stay: 'Keep the client' }
      : { title: `Le retrait de ${texts.name} a été interrompu`, back: 'Une publication a été rappelée de son réseau et attend désormais ici\u00a0: «\u00a0Later\u00a0» (sam. 21 nov., 18:00)', keep: 'Garder le client…', remove: 'Retirer le client…', question: `Garder ${texts.name}\u202f?`, stays: 'Son retrait est abandonné', stay: 'Garder le client' }
    const banner = page.getByRole('alert').filter({ hasText: words.title })
    await expect(banner).toContainText(words.back)
    await expectAccessible(page, `the notice of an interrupted removal (${language})`)
    await page.screenshot({ path: test.info().outputPath('interrupted.png') })
    await banner.getByRole('button', { name: words.remove }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await banner.getByRole('button', { name: words.keep }).click()
    const lift = page.getByRole('dialog', { name: words.question })
    await expect(lift).toContainText(words.stays)
    await expect(lift.getByRole('button', { name: words.stay })).toBeVisible()
    await expectAccessible(page, `the question whether the client stays (${language})`)
    await page.screenshot({ path: test.info().outputPath('keep.png') })
    await page.keyboard.press('Escape')
    await studio.engine.ask('safety.lift', { workspaceId })
    await expect(banner).toHaveCount(0)
  })
}
