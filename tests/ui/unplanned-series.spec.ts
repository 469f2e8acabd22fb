import { expect } from '@playwright/test'
import { defaultVoice } from '../../shared/voice/voice.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

// The day from which the next of the series is made ahead.
const nextDay = 1.2 * 86_400_000
const words = {
  en: { title: '1 day of “Une bonne affaire” is not planned', day: /affaire.*\. That day stays a draft\./, see: 'See the first' },
  fr: { title: /1 jour de «\u00a0Une bonne affaire\u00a0» n’est pas programmé\u00a0:/, day: /affaire.*\. Ce jour reste un brouillon\./, see: 'Voir le premier' }
} as const

for (const [language, theme] of [['en', 'light'], ['fr', 'dark']] as const) {
  test(`a day of a series that would go out as nobody wants it is said in the calendar, with the way to it, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme } })
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Une bonne affaire' }] }] }, targets: [{ accountId: accounts.mastodon, variant: null }], media: [] } })
    await studio.engine.ask('series.start', { requestId: studio.engine.random.id(), workspaceId, seriesId: studio.engine.random.id(), postId, revision, localDateTime: '2026-11-28T09:00', rule: { every: 'week', weekdays: [6] }, end: { kind: 'count', count: 30 } })
    const { ignored: _ignored, ...voice } = { ...defaultVoice, forbidden: ['affaire'], blocks: ['forbidden' as const] }
    await studio.engine.ask('voice.save', { workspaceId, voice })
    await studio.advance(nextDay)
    await studio.open(`#/w/${workspaceId}/calendar`)
    const notice = page.getByRole('status').filter({ hasText: words[language].title })
    await expect(notice).toContainText(words[language].day)
    await expectAccessible(page, `the calendar with a day that is not planned (${language})`)
    await page.screenshot({ path: info.outputPath(`${theme}-${language}.png`) })
    await notice.getByRole('button', { name: words[language].see }).press('Enter')
    await expect(page).toHaveURL(/compose\//)
  })
}
