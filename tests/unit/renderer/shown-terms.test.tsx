// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { ShownTerms } from '../../../renderer/features/composer/terms/ShownTerms.tsx'
import { labelledAsAi, openTerms } from '../../../shared/posts/post-terms.ts'
import { mount } from './mount.tsx'

test.each([[true, true], [false, false]])('what AI made is said of a film and of no pictures, which no network labels: film %s', async (hasFilm, isSaid) => {
  await mount(<ShownTerms terms={labelledAsAi(openTerms, true)} hasFilm={hasFilm} />)
  expect(document.body.textContent.includes('Labeled as made with AI')).toBe(isSaid)
})
