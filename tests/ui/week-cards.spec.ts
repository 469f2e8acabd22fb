import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, colorScheme] of [['en', 'light'], ['fr', 'dark']] as const) {
  test(`in the week, of posts of the same hour each shows its hour, its network and how it stands, one that repeats too (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const plan = async (words: string, localDateTime: string, isRepeated = false): Promise<void> => {
      const postId = studio.engine.random.id()
      const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(words), targets: [accounts.mastodon, accounts.bluesky].map((accountId) => ({ accountId, variant: null })), media: [] } })
      if (isRepeated) await studio.engine.ask('series.start', { workspaceId, seriesId: studio.engine.random.id(), postId, revision, localDateTime, rule: { every: 'week', weekdays: [4] }, end: { kind: 'count', count: 3 } })
      else await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
    }
    for (const words of ['Three a', 'Three b', 'Three c']) await plan(words, '2026-11-25T12:15')
    await plan('Two a', '2026-11-26T09:00')
    await plan('Two b, again and again', '2026-11-26T09:00', true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.clock.setFixedTime(new Date('2026-11-23T09:00:00Z'))
    await studio.open(`#/w/${workspaceId}/calendar?view=week`)
    for (const words of ['Three a', 'Three b', 'Three c', 'Two a', 'Two b, again and again']) {
      const card = page.getByTitle(words).first()
      await card.scrollIntoViewIfNeeded()
      // Nothing of it lies under something else, or is cut off at the edge of its card.
      const seen = await card.evaluate((element) => {
        const isWhole = (part: Element | null | undefined): boolean => {
          if (part === null || part === undefined) return false
          const { left, right, top, bottom } = part.getBoundingClientRect()
          const at = (x: number) => element.contains(document.elementFromPoint(x, (top + bottom) / 2)) && part.contains(document.elementFromPoint(x, (top + bottom) / 2))
          return at(left + 1) && at(right - 1)
        }
        const icons = [...element.querySelectorAll('svg, img')].filter((icon) => icon.getBoundingClientRect().width > 4).map((icon) => icon.parentElement)
        return { time: isWhole(element.querySelector('time')), icons: icons.length > 1 && icons.every(isWhole) }
      })
      expect(seen, words).toEqual({ time: true, icons: true })
    }
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/week-${language}.png` })
  })
}
