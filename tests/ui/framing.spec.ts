import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMeta } from './support/connect-meta.ts'
import { connectX } from './support/connect-x.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { change: /^How the post stands on @\S+: Everybody, no warning\. Change$/, warning: 'Content warning', followers: 'Followers only', language: 'Language of the post', dutch: 'Dutch', summary: 'Followers only · Dutch · Warning: Loud noises', more: 'Show more', left: '484 characters left' },
  fr: { change: /^Comment la publication se présente sur @\S+ : Tout le monde, sans avertissement\. Modifier$/, warning: 'Avertissement sur le contenu', followers: 'Les abonnés seulement', language: 'Langue de la publication', dutch: 'Néerlandais', summary: 'Les abonnés seulement · Néerlandais · Avertissement : Loud noises', more: 'Afficher plus', left: '484 caractères restants' }
} as const

const paragraph = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

for (const language of ['en', 'fr'] as const) {
  test(`a warning, who sees the post and its language are chosen for an account of Mastodon, counted and drawn, in ${language}`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const says = words[language]
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Boum'), targets: [{ accountId: accounts.mastodon, variant: null }, { accountId: accounts.bluesky, variant: null }], media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: says.change }).click()
    const panel = page.getByRole('dialog')
    await panel.getByLabel(says.warning).fill('Loud noises ')
    await panel.getByRole('radio', { name: says.followers }).click()
    await panel.getByRole('combobox', { name: says.language }).click()
    await page.getByRole('option', { name: says.dutch, exact: true }).click()
    await expectAccessible(page, 'how a post stands')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/framing-${language}.png` })
    await page.keyboard.press('Escape')
    await expect(page.getByText(says.summary)).toBeVisible()
    const preview = page.getByRole('article').filter({ hasText: says.more })
    await expect(preview).toHaveCount(1)
    await expect(preview.getByText('Loud noises')).toBeVisible()
    // Eleven for the warning, as it is sent, and four for the words.
    await expect(page.getByText('485')).toBeVisible()
    if (pictures !== undefined) {
      await page.screenshot({ path: `${pictures}/framed-${language}.png` })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/framed-${language}-dark.png` })
    }
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ warning: 'Loud noises ', reach: 'followers', language: 'nl' })
  })
}

for (const [language, say] of [
  ['en', { restore: 'Restore this version', differs: /then: Followers only · Dutch · Warning: Loud noises\. Now: Everybody · no warning\.$/ }],
  ['fr', { restore: 'Rétablir cette version', differs: /alors\s: Les abonnés seulement · Néerlandais · Avertissement\s: Loud noises\. Maintenant\s: Tout le monde · sans avertissement\.$/ }]
] as const) {
  test(`an earlier version says who would see the post again, in which language and behind which warning (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    const content = (framing: object) => ({ title: '', document: paragraph('Boum'), targets: [{ accountId: accounts.mastodon, variant: null, ...framing }], media: [] })
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: content({ framing: { warning: 'Loud noises', reach: 'followers', language: 'nl' } }) })
    await studio.advance(5 * 60_000)
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: content({}) })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: 'Versions', exact: true }).click()
    await expect(page.getByRole('dialog').getByText(say.differs)).toBeVisible()
    await expectAccessible(page, 'versions that stand otherwise')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/framing-versions-${language}.png` })
    await expect(page.getByRole('button', { name: say.restore })).toBeVisible()
  })
}

test('the client reads in the approval pack who will see the post, in which language, and below which warning', async ({ studio, page, context }, info) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Boum'), targets: [{ accountId: accounts.mastodon, variant: null, framing: { warning: 'Loud noises', reach: 'followers', language: 'nl' } }], media: [] } })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the client about posts' })
  await dialog.getByRole('checkbox', { name: /^All/ }).check()
  await dialog.getByRole('button', { name: 'Français' }).click()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Save the pack/ }).click()
  const file = info.outputPath('pack.html')
  await (await saving).saveAs(file)
  const client = await context.newPage()
  await client.goto(`file://${file}`)
  await expect(client.locator(`[data-post="${postId}"] .pack-terms`).getByRole('listitem')).toHaveText(['Les abonnés seulement', 'Néerlandais', /^Avertissement\s: Loud noises$/])
  await client.screenshot({ path: info.outputPath('pack.png'), fullPage: true })
})

const onThreads = {
  en: { change: /^How the post stands on @\S+: Replies: everybody, no long text\. Change$/, followed: 'accounts it follows', topic: 'Topic', cover: 'Cover pictures and films', summary: 'Replies: accounts it follows · Topic: Tides 2 · Pictures covered · no long text', replies: 'Replies: accounts it follows' },
  fr: { change: /^Comment la publication se présente sur @\S+\s: Réponses\s: tout le monde, pas de texte long\. Modifier$/, followed: 'les comptes suivis', topic: 'Sujet', cover: 'Masquer les images et les films', summary: /^Réponses\s: les comptes suivis · Sujet\s: Tides 2 · Images masquées · pas de texte long$/, replies: /^Réponses\s: les comptes suivis$/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`who may reply on Threads, the topic and covered pictures are chosen with the keyboard and drawn, in ${language}`, async ({ studio, page }) => {
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const says = onThreads[language]
    const account = await connectMeta(studio, workspaceId, 'threads')
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('La marée monte'), targets: [{ accountId: account, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'La mer' }] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: says.change }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByRole('radio', { name: says.followed }).focus()
    await page.keyboard.press('Space')
    await panel.getByLabel(says.topic).fill('#Tides. 2&')
    await panel.getByRole('checkbox', { name: says.cover }).focus()
    await page.keyboard.press('Space')
    await expectAccessible(page, 'how a post stands on Threads')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/framing-threads-${language}.png` })
    await page.keyboard.press('Escape')
    await expect(page.getByText(says.summary)).toBeVisible()
    const preview = page.getByRole('article').filter({ hasText: 'La marée monte' })
    await expect(preview.getByText('› Tides 2')).toBeVisible()
    await expect(preview.getByText(says.replies)).toBeVisible()
    if (pictures !== undefined) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/framed-threads-${language}-dark.png` })
    }
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ replies: 'followed', topic: 'Tides 2', isCovered: true })
  })
}

const longOnThreads = {
  en: { change: /^How the post stands on @\S+: Replies: everybody, no long text\. Change$/, field: 'Long text attached', count: '33 of 10,000 characters', summary: 'Replies: everybody · Long text: The whole story of the tide… (33 characters)', more: 'Read more', tooLong: 'Too long for the network', beside: /a long text stands below words alone/ },
  fr: { change: /^Comment la publication se présente sur @\S+\s: Réponses\s: tout le monde, pas de texte long\. Modifier$/, field: 'Texte long joint', count: /^33 sur 10\s000 caractères$/, summary: /^Réponses\s: tout le monde · Texte long\s: The whole story of the tide… \(33 caractères\)$/, more: 'Lire la suite', tooLong: 'Trop long pour le réseau', beside: /un texte long accompagne des mots seuls/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a long text on Threads is written, counted, opened in the preview and kept, and does not stand beside pictures, in ${language}`, async ({ studio, page }) => {
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const says = longOnThreads[language]
    const account = await connectMeta(studio, workspaceId, 'threads')
    const [postId, besideId] = [studio.engine.random.id(), studio.engine.random.id()]
    const long = 'The whole story of the tide High.'
    const target = { accountId: account, variant: null }
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('La marée monte'), targets: [target], media: [] } })
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId: besideId, revision: 0, content: { title: '', document: paragraph('La mer'), targets: [{ ...target, framing: { attachedText: long } }], media: [{ mediaId: mediaIds[0]!, altText: 'La mer' }] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: says.change }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByLabel(says.field).fill('a'.repeat(10_001))
    await expect(panel.getByText(says.tooLong)).toBeVisible()
    await panel.getByLabel(says.field).fill(long)
    await expect(panel.getByText(says.count)).toBeVisible()
    await expectAccessible(page, 'a long text on Threads')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/long-text-${language}.png` })
    await page.keyboard.press('Escape')
    const preview = page.getByRole('article').filter({ hasText: 'La marée monte' })
    await preview.getByText(says.more).click()
    await expect(preview.getByText(long)).toBeVisible()
    await expect(preview.getByText(says.more)).toBeHidden()
    if (pictures !== undefined) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/long-text-${language}-dark.png` })
    }
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ attachedText: long })
    await studio.goTo(`#/w/${workspaceId}/compose/${besideId}`)
    await expect(page.getByText(says.beside).first()).toBeVisible()
  })
}

test('the client reads in the approval pack the whole of a long text that goes with a post on Threads', async ({ studio, page, context }, info) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const account = await connectMeta(studio, workspaceId, 'threads')
  const postId = studio.engine.random.id()
  const long = `The whole story.\n\n${'Another wave. '.repeat(60)}The end.`
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('La marée'), targets: [{ accountId: account, variant: null, framing: { attachedText: long } }], moreParts: [{ id: studio.engine.random.id(), document: paragraph('La suite'), variants: [], media: [] }], media: [] } })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the client about posts' })
  await dialog.getByRole('checkbox', { name: /^All/ }).check()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Save the pack/ }).click()
  const file = info.outputPath('pack.html')
  await (await saving).saveAs(file)
  const client = await context.newPage()
  await client.goto(`file://${file}`)
  const post = client.locator(`[data-post="${postId}"]`)
  // Of the first part alone.
  await expect(post.getByRole('region', { name: 'The long text' })).toHaveText(long)
  await post.getByText('Read more').click()
  await expect(post.getByRole('article').first()).toContainText('The end.')
  const pictures = process.env['VIGIE_PICTURES']
  if (pictures !== undefined) await client.screenshot({ path: `${pictures}/long-text-pack.png`, fullPage: true })
})

const onX = {
  en: { change: /^How the post stands on @\S+: Replies: everybody\. Change$/, verified: 'Verified accounts', ai: 'Pictures or films made with AI', paid: 'Paid partnership', summary: 'Replies: verified accounts · Made with AI · Paid partnership', drawn: ['Made with AI', 'Paid partnership', 'Replies: verified accounts'] },
  fr: { change: /^Comment la publication se présente sur @\S+\s: Réponses\s: tout le monde\. Modifier$/, verified: 'Les comptes certifiés', ai: 'Images ou films créés avec l’IA', paid: 'Partenariat rémunéré', summary: /^Réponses\s: les comptes certifiés · Créé avec l’IA · Partenariat rémunéré$/, drawn: ['Créé avec l’IA', 'Partenariat rémunéré', /^Réponses\s: les comptes certifiés$/] }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`who may reply on X, what AI made and who pays are said with the keyboard and drawn, in ${language}`, async ({ studio, page }) => {
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const says = onX[language]
    const { accountId } = await connectX(studio, workspaceId)
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('La marée monte'), targets: [{ accountId, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'La mer' }] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: says.change }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByRole('radio', { name: says.verified }).focus()
    await page.keyboard.press('Space')
    for (const name of [says.ai, says.paid]) {
      await panel.getByRole('checkbox', { name }).focus()
      await page.keyboard.press('Space')
    }
    await expectAccessible(page, 'how a post stands on X')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/framing-x-${language}.png` })
    await page.keyboard.press('Escape')
    await expect(page.getByText(says.summary)).toBeVisible()
    const preview = page.getByRole('article').filter({ hasText: 'La marée monte' })
    for (const label of says.drawn) await expect(preview.getByText(label)).toBeVisible()
    if (pictures !== undefined) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/framed-x-${language}-dark.png` })
    }
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ replies: 'verified', isMadeWithAi: true, isPaidPartnership: true })
  })
}

const onInstagram = {
  en: { change: /^How the post stands on @\S+: no co-author invited, no place\. Change$/, field: 'Invited co-authors', left: 'Not invited: jean-paul, @four', summary: 'Invited co-authors: @quai.nantes, @marie_o, @tom · no place', drawn: 'tideline, quai.nantes, marie_o and tom' },
  fr: { change: /^Comment la publication se présente sur @\S+\s: aucun coauteur invité, aucun lieu\. Modifier$/, field: 'Coauteurs invités', left: /^N’est pas invité\s: jean-paul, @four$/, summary: /^Coauteurs invités\s: @quai\.nantes, @marie_o, @tom · aucun lieu$/, drawn: 'tideline, quai.nantes, marie_o et tom' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`co-authors of a post on Instagram are written with the keyboard, drawn and kept, those who cannot be are named, and a story has none, in ${language}`, async ({ studio, page }) => {
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const says = onInstagram[language]
    const accountId = await connectMeta(studio, workspaceId, 'instagram')
    const [postId, storyId] = [studio.engine.random.id(), studio.engine.random.id()]
    const content = { title: '', document: paragraph('La marée monte'), media: [{ mediaId: mediaIds[0]!, altText: 'La mer' }] }
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { ...content, targets: [{ accountId, variant: null }] } })
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId: storyId, revision: 0, content: { ...content, targets: [{ accountId, variant: null, format: 'story' }] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: says.change }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByLabel(says.field).fill('@Quai.Nantes, jean-paul marie_o tom @four')
    await expect(panel.getByText(says.left)).toBeVisible()
    await expectAccessible(page, 'co-authors on Instagram')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/framing-instagram-${language}.png` })
    await page.keyboard.press('Escape')
    await expect(page.getByText(says.summary)).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: 'La marée monte' }).getByText(says.drawn)).toBeVisible()
    if (pictures !== undefined) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/framed-instagram-${language}-dark.png` })
    }
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ collaborators: ['quai.nantes', 'marie_o', 'tom'] })
    await studio.goTo(`#/w/${workspaceId}/compose/${storyId}`)
    await expect(page.getByRole('button', { name: says.change })).toHaveCount(0)
  })
}
