// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { ComparedImages } from '../../../renderer/features/composer/versions/ComparedImages.tsx'
import { comparePosts } from '../../../shared/posts/compare-posts.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { emptyDocument } from '../../../shared/posts/rich-document.ts'
import { mount } from './mount.tsx'

const marie = (x: number): PersonTag => ({ name: 'marie_o', at: { x, y: 0.5 } })
const shown = (people?: readonly PersonTag[]): PostContent => ({ title: '', document: emptyDocument, targets: [], media: [{ mediaId: 'm', altText: '', ...(people === undefined ? {} : { people: [...people] }) }] })

test.each([
  ['who is named since', shown(), shown([marie(0.2)]), 'nobody @marie_o'],
  ['who is named no more', shown([marie(0.2)]), shown(), '@marie_o nobody'],
  ['who stands elsewhere', shown([marie(0.2)]), shown([marie(0.8)]), '@marie_o: at another place in the picture']
])('of two versions of a post it is said %s', async (_name, version, present, words) => {
  await mount(<ComparedImages workspaceId="w" images={comparePosts(version, present).images} version={version} present={present} />)
  expect(document.querySelector('figcaption + p')?.textContent).toBe(words)
})
