import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, names] of [
  ['en', { text: 'Text of the post', side: 'Beside your text', choose: 'What to read beside your text', open: 'Read another draft beside this one', close: 'Close what stands beside', insert: 'Insert this paragraph' }],
  ['fr', { text: 'Texte de la publication', side: 'À côté de votre texte', choose: 'Que lire à côté de votre texte\u202f?', open: 'Lire un autre brouillon à côté', close: 'Fermer ce qui est à côté', insert: 'Insérer ce paragraphe' }]
] as const) {
  test(`another draft is read beside the one in hand, chosen by its words and left by Escape (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
    const text = page.getByRole('textbox', { name: names.text })
    const side = page.getByRole('region', { name: names.side })
    await text.focus()
    await page.keyboard.press('ControlOrMeta+Shift+o')
    const list = page.getByRole('dialog', { name: names.choose })
    await expect(list.getByRole('option').first()).toBeVisible()
    await expect(list.getByRole('option', { name: texts.drafts[0]! })).toHaveCount(0)
    await expectAccessible(page, `what to read at the side, ${language}`)
    await page.keyboard.press('Escape')
    await expect(text).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Shift+o')
    await expect(list.getByRole('option').first()).toBeVisible()
    await page.keyboard.type(texts.drafts[1]!.split(' ').slice(0, 3).join(' '))
    await expect(list.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(side).toContainText(texts.drafts[1]!)
    await expect(text).toBeFocused()
    await expectAccessible(page, `a second draft at the side, ${language}`)

    await page.keyboard.press('F6')
    await expect(side).toBeFocused()
    await page.keyboard.press('F6')
    await expect(text).toBeFocused()
    await page.keyboard.press('F6')
    await page.keyboard.press('Escape')
    await expect(side).toHaveCount(0)
    await expect(text).toBeFocused()

    await page.getByRole('button', { name: names.open }).click()
    await list.getByRole('option').nth(1).click()
    await expect(side).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Shift+o')
    await expect(side).toHaveCount(0)
  })
}

test('a paragraph and what is selected go into the text in hand, with links and people; a scheduled post takes nothing', async ({ studio, page }) => {
  const { workspaceId, draftIds, postIds, accounts } = await fillClient(studio, 'en')
  const { engine } = studio
  const other = draftIds[1]!
  const { post } = await engine.ask('posts.read', { workspaceId, postId: other })
  const link = { type: 'link' as const, attrs: { href: 'https://tideline.example/winter' } }
  const mention = { type: 'mention' as const, attrs: { personId: 'p1', name: 'Ines Duval', handles: { mastodon: '@ines@social.example' } } }
  const document = {
    type: 'doc' as const,
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Read ' }, { type: 'text', text: 'the winter list', marks: [link] }, { type: 'text', text: ' today.' }] },
      { type: 'paragraph' },
      { type: 'paragraph', content: [{ type: 'text', text: '@Ines Duval', marks: [mention] }, { type: 'text', text: ' reads at nine.' }] }
    ]
  }
  await engine.ask('posts.saveDraft', { workspaceId, postId: other, revision: post.revision, content: { title: '', document, targets: post.targets, media: [] } })
  const mine = draftIds[0]!
  const read = async () => (await engine.ask('posts.read', { workspaceId, postId: mine })).post.document
  const first = await engine.ask('posts.read', { workspaceId, postId: mine })
  await engine.ask('posts.saveDraft', { workspaceId, postId: mine, revision: first.post.revision, content: { title: '', document: paragraph('Mine.'), targets: [{ accountId: accounts.mastodon, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${mine}`)
  const side = page.getByRole('region', { name: 'Beside your text' })
  await putBeside(page, 'winter list')
  await side.getByRole('button', { name: 'Insert this paragraph' }).nth(1).click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toBeFocused()
  await expect(text.locator('p')).toHaveText(['Mine.', '@Ines Duval reads at nine.'])
  await page.keyboard.type(' Bring tea.')
  await page.keyboard.press('Enter')

  const insertSelection = side.getByRole('button', { name: 'Insert the selection' })
  await expect(insertSelection).toBeDisabled()
  await selectWords(side.locator('p', { hasText: 'Read the winter list' }), 5, 20)
  await insertSelection.click()
  await expect(text.getByRole('link', { name: 'the winter list' })).toHaveAttribute('href', 'https://tideline.example/winter')
  await expect.poll(async () => JSON.stringify(await read())).toContain('https://tideline.example/winter')
  const stored = await read()
  expect(stored.content).toHaveLength(3)
  expect(stored.content[1]!.content![0]!.marks).toEqual([mention])
  expect(stored.content[2]!.content).toMatchObject([{ type: 'text', text: 'the winter list', marks: [{ type: 'link', attrs: { href: 'https://tideline.example/winter' } }] }])

  const scheduled = postIds[(await Promise.all(postIds.map(async (postId) => (await engine.ask('posts.read', { workspaceId, postId })).post.status))).indexOf('scheduled')]!
  await studio.goTo(`#/w/${workspaceId}/compose/${scheduled}`)
  await expect(side).toHaveCount(0)
  await putBeside(page, 'winter list')
  await expect(side).toContainText('Read the winter list')
  await expect(side.getByRole('button', { name: /Insert/ })).toHaveCount(0)
})

test('the two change places, with what was typed a moment ago; an idea becomes a draft, and what cannot be saved stays', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  const { engine } = studio
  await engine.ask('ideas.save', { workspaceId, idea: { id: engine.random.id(), stage: 'idea', title: 'A walk along the quay', note: 'At low tide.', source: null, postId: null } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  const side = page.getByRole('region', { name: 'Beside your text' })
  await putBeside(page, texts.drafts[1]!.split(' ').slice(0, 3).join(' '))
  await expect(side).toContainText(texts.drafts[1]!)
  await text.press('ControlOrMeta+End')
  await page.keyboard.type(' And more.')
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(page).toHaveURL(new RegExp(draftIds[1]!))
  await expect(text).toHaveText(texts.drafts[1]!)
  await expect(side).toContainText(`${texts.drafts[0]!} And more.`)
  await expect(text).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Too.')
  await side.getByRole('button', { name: /Swap/ }).click()
  await expect(text).toHaveText(`${texts.drafts[0]!} And more.`)
  await expect(side).toContainText(`${texts.drafts[1]!} Too.`)

  await side.getByRole('button', { name: 'Another draft' }).click()
  await page.keyboard.type('quay')
  await page.getByRole('option', { name: 'A walk along the quay' }).click()
  await expect(side).toContainText('At low tide.')
  studio.disturb('posts.saveDraft', 'disk_full')
  await text.focus()
  await page.keyboard.type('!')
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(page.getByText('Not saved')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(draftIds[0]!))
  await expect(side).toContainText('At low tide.')
  studio.disturb('posts.saveDraft', null)
  await page.getByRole('button', { name: 'Save again' }).click()
  await expect(page.getByText(/^Saved at/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(text).toContainText('A walk along the quay')
  await expect(side).toContainText(texts.drafts[0]!)
})

test('no key of the text in hand draws the side again, and it follows its own post alone; no client sees another’s', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  const { engine } = studio
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  const side = page.getByRole('region', { name: 'Beside your text' })
  await putBeside(page, texts.drafts[1]!.split(' ').slice(0, 3).join(' '))
  await expect(side).toContainText(texts.drafts[1]!)
  const preview = page.getByRole('region', { name: texts.handles.mastodon })
  const drawn = [await rememberDrawing(side), await rememberDrawing(side.locator('p').first()), await rememberDrawing(preview)]
  await text.press('ControlOrMeta+End')
  await page.keyboard.type(' Calm seas.')
  await expect(page.getByText(/^Saved at/)).toBeVisible()
  await expect(preview).toContainText('Calm seas.')
  expect(await Promise.all(drawn.map((isSame) => isSame()))).toEqual([true, true, false])

  const { post } = await engine.ask('posts.read', { workspaceId, postId: draftIds[1]! })
  await engine.ask('posts.saveDraft', { workspaceId, postId: draftIds[1]!, revision: post.revision, content: { title: '', document: paragraph('Changed elsewhere.'), targets: post.targets, media: [] } })
  await expect(side).toContainText('Changed elsewhere.')
  await engine.ask('posts.remove', { workspaceId, postId: draftIds[1]! })
  await expect(side).toContainText('It is not there any more')
  await expect(text).toContainText('Calm seas.')

  const another = await fillClient(studio, 'fr', 'brick')
  await studio.goTo(`#/w/${another.workspaceId}/compose/${another.draftIds[0]!}`)
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toContainText(another.texts.drafts[0]!)
  await expect(side).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+o')
  const list = page.getByRole('dialog', { name: 'What to read beside your text' })
  await expect(list.getByRole('option').first()).toBeVisible()
  await expect(list.getByRole('option', { name: texts.drafts[0]!.slice(0, 20) })).toHaveCount(0)
})

test('in a narrow window it takes the place of the previews, which come back', async ({ studio, page }) => {
  await page.setViewportSize({ width: 1024, height: 720 })
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
  const preview = page.getByRole('region', { name: texts.handles.mastodon })
  await expect(preview).toBeVisible()
  await putBeside(page, texts.drafts[1]!.split(' ').slice(0, 3).join(' '))
  await expect(page.getByRole('region', { name: 'Beside your text' })).toContainText(texts.drafts[1]!)
  await expect(preview).toHaveCount(0)
  await page.getByRole('button', { name: 'Close what stands beside' }).last().click()
  await expect(preview).toBeVisible()
})

async function putBeside(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text of the post' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Shift+o')
  await page.getByRole('combobox', { name: 'What to read beside your text' }).fill(words)
  await page.getByRole('option').first().click()
}

async function selectWords(block: Locator, from: number, to: number): Promise<void> {
  await block.evaluate(
    (element, [start, end]) => {
      const range = document.createRange()
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let passed = 0
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent!.length
        if (start >= passed && start < passed + length) range.setStart(node, start - passed)
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed)
        passed += length
      }
      document.getSelection()!.removeAllRanges()
      document.getSelection()!.addRange(range)
    },
    [from, to] as const
  )
}

/** React gives an element its properties anew each time that its component is drawn. */
async function rememberDrawing(element: Locator): Promise<() => Promise<boolean>> {
  const handle = await element.elementHandle()
  if (handle === null) throw new Error('nothing is there')
  const before = await handle.evaluateHandle((node) => (node as unknown as Record<string, unknown>)[Object.keys(node).find((key) => key.startsWith('__reactProps$'))!])
  return () => handle.evaluate((node, known) => (node as unknown as Record<string, unknown>)[Object.keys(node).find((key) => key.startsWith('__reactProps$'))!] === known, before)
}
