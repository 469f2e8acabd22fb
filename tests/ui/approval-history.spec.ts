import { expect } from '@playwright/test'
import type { ApprovalEntry } from '../../shared/posts/approval.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, say] of [
  ['en', { open: 'History', title: 'What was asked, answered and decided', lines: [/^Claire: no.*In person.*Too loud/, /^Changed: the yes of Anaïs no longer counts/, /^Anaïs: yes.*E-mail.*With pleasure/, /^Approval asked for/] }],
  ['fr', { open: 'Historique', title: 'Ce qui a été demandé, répondu et décidé', lines: [/^Claire\u00a0: non.*De vive voix.*Trop fort/, /^Anaïs avait dit oui\u00a0: modifiée depuis, cela ne vaut plus/, /^Anaïs\u00a0: oui.*E-mail.*Avec plaisir/, /^Accord demandé/] }]
] as const) {
  test(`what the client said before, and what they wrote beside it, stays to be read on the draft (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = draftIds[0]!
    const read = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
    const write = async (approval: ApprovalEntry) => studio.engine.ask('posts.recordApproval', { workspaceId, postId, revision: (await read()).revision, approval })
    const [yes, no] = language === 'fr' ? ['Avec plaisir', 'Trop fort'] : ['With pleasure', 'Too loud']
    await write({ kind: 'asked', note: '' })
    await write({ kind: 'approved', by: 'Anaïs', channel: 'mail', note: yes })
    const { title, targets, media, revision } = await read()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: { title, targets, media, document: paragraph('Other words.') } })
    await write({ kind: 'refused', by: 'Claire', channel: 'meeting', comment: no })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.open }).press('Enter')
    const panel = page.getByRole('dialog', { name: say.title })
    await expect(panel.getByRole('listitem')).toHaveCount(4)
    const lines = (await panel.getByRole('listitem').allInnerTexts()).map((line) => line.replaceAll('\n', ' '))
    lines.forEach((line, place) => expect(line).toMatch(say.lines[place]!))
    await expectAccessible(page, 'what the client said before')
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/history-${language}.png` })
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  })
}
