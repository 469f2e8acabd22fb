import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { englishClient, frenchClient } from './support/client-texts.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const words = {
  en: { more: 'More for this message', quotes: 'Quotes your post', of: 'Your post in this quote', detach: 'Take my post out of this quote', again: 'Show my post in this quote again', confirm: 'Take it out', out: 'Your post is not shown in it' },
  fr: { more: 'Autres actions sur ce message', quotes: 'Cite votre publication', of: 'Votre publication dans cette citation', detach: 'Retirer ma publication de cette citation', again: 'Montrer de nouveau ma publication dans cette citation', confirm: 'Retirer', out: 'Votre publication n’y est pas montrée' }
} as const

for (const language of ['en', 'fr'] as const) {
  for (const network of ['mastodon', 'bluesky'] as const) {
    test(`a post of the client is taken out of a quote on ${network} by keyboard, in ${language}`, async ({ studio, page }, info) => {
      const { workspaceId } = await fillClient(studio, language)
      const { more, quotes, of, detach, again, confirm, out } = words[language]
      const handle = (language === 'en' ? englishClient : frenchClient).handles[network]
      await studio.engine.ask('studio.saveSettings', { settings: { language } })
      studio[network].deliver(handle, [{
        remoteId: 'quote-1', conversationRemoteId: 'quote-1', kind: 'mention', parentRemoteId: null, ourPostRemoteId: null, authorName: 'Tom Rival', authorHandle: '@tom@ailleurs.example', isOwn: false, text: 'Look who needs customers',
        url: 'https://ailleurs.example/1', createdAt: startAt - 60_000, attachmentCount: 0, isLiked: false, isHeld: false, quotes: { remoteId: 'ours', text: 'Spring tide tomorrow: the terrace opens at nine.', isDetached: false }
      }])
      await studio.engine.ask('inbox.refresh', { workspaceId })
      await studio.open(`#/w/${workspaceId}/inbox`)
      const row = page.getByRole('option').filter({ hasText: 'Look who needs customers' })
      await expect(row.getByText(quotes)).toHaveCount(1)
      await row.click()
      const message = page.getByRole('listitem').filter({ hasText: 'Look who needs customers' })
      await expect(message.getByRole('figure')).toContainText('Spring tide tomorrow')
      await expect(message.getByText(of)).toBeVisible()
      await page.getByRole('button', { name: more }).last().press('Enter')
      await expect(page.getByRole('menuitem', { name: detach })).toBeVisible()
      await expectAccessible(page, 'a quote, light')
      await page.screenshot({ path: info.outputPath(`light-${network}-${language}.png`) })
      await page.getByRole('menuitem', { name: detach }).press('Enter')
      if (network === 'mastodon') {
        // For good: it is asked first, and the safe answer has the focus.
        await expect(page.getByRole('alertdialog')).toBeVisible()
        await page.screenshot({ path: info.outputPath(`asked-${language}.png`) })
        await page.getByRole('button', { name: confirm, exact: true }).press('Enter')
      }
      await studio.advance(60_000)
      await expect.poll(() => studio[network].acts.filter((act) => act.includes('detach'))).toEqual([`${handle} detach quote-1`])
      await expect(message.getByText(out)).toBeVisible()
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('button', { name: more }).last().press('Enter')
      await expect(page.getByRole('menuitem', { name: again })).toHaveCount(network === 'bluesky' ? 1 : 0)
      await expectAccessible(page, 'a quote without the post, dark')
      await page.screenshot({ path: info.outputPath(`dark-${network}-${language}.png`) })
    })
  }
}
