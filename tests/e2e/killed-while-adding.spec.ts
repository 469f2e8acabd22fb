import { tinyPng } from '../support/tiny-images.ts'
import { StudioScreens } from './support/studio-screens.ts'
import { expect, test } from './support/test.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-666666666666'
const names = ['quai.png', 'voile.png', 'phare.png']

for (const delay of [20, 120, 250, 500]) {
  test(`killed ${delay} ms after three pictures were chosen: each is in the post, or the banner names it`, async ({ launch }) => {
    const first = await launch()
    await first.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
    const screens = await StudioScreens.of(first)
    await first.goTo(`#/w/${workspaceId}/compose?at=2027-01-05T09:30`)
    await screens.editor().fill('Three pictures')
    await first.page.getByText(/^Saved at/).waitFor()
    const postId = /compose\/([0-9a-f-]+)/.exec(first.page.url())?.[1] ?? ''
    await first.page.locator('input[type=file]').first().setInputFiles(names.map((name, at) => ({ name, mimeType: 'image/png', buffer: Buffer.from(tinyPng(40 + at, 30)) })))
    await first.page.waitForTimeout(delay)
    await first.kill()

    const second = await launch()
    await StudioScreens.of(second)
    const { post } = await second.bridge.ask('posts.read', { workspaceId, postId })
    const { media } = await second.bridge.ask('media.list', { workspaceId, mediaIds: post.media.map(({ mediaId }) => mediaId) })
    const inPost = media.map(({ fileName }) => fileName)
    const banner = second.page.getByRole('status').filter({ hasText: 'Vigie stopped while you were writing.' })
    for (const name of names) {
      if (inPost.includes(name)) await expect(banner.filter({ hasText: name })).toHaveCount(0)
      else await expect(banner).toContainText(name)
    }
    await expect(banner).toContainText(inPost.length === names.length ? 'is here; only the last second of typing may be missing.' : 'is here.')
  })
}
