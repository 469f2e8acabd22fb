import { expect, test } from 'vitest'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { goneCategories, inTree, type CategoryThere } from '../../../shared/posts/categories.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { hasOwnInPost, isSameForBoth, keepTogether, withOwn } from '../../../shared/posts/kept-together.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'

const { compare } = new Intl.Collator('fr', { sensitivity: 'base', numeric: true })
const there = (id: string, name: string, parentId: string | null = null): CategoryThere => ({ id, name, parentId })
const noel = { id: '5', name: 'Noël' }
const content: PostContent = { title: 'Marché', document: { type: 'doc', content: [{ type: 'paragraph' }] }, media: [], targets: [{ accountId: 'a', variant: null, categories: [noel] }, { accountId: 'b', variant: null, categories: [{ id: '2', name: 'Ailleurs' }] }, { accountId: 'c', variant: null }] }

test('each stands below its parent and beside the others by its name, whatever order the site gives', () => {
  const tree = inTree([there('3', 'été', '1'), there('1', 'Saisons'), there('2', 'Automne', '1'), there('4', 'Août', '3'), there('5', 'Actualités')], compare)
  expect(tree.map(({ name, depth, above }) => [name, depth, above.join('/')])).toEqual([['Actualités', 0, ''], ['Saisons', 0, ''], ['Automne', 1, 'Saisons'], ['été', 1, 'Saisons'], ['Août', 2, 'Saisons/été']])
})

test('one whose parent is missing, or stands below itself, is in the list once', () => {
  const tree = inTree([there('1', 'Orpheline', '99'), there('2', 'Boucle', '3'), there('3', 'Cercle', '2')], compare)
  expect(tree.map(({ name, depth }) => [name, depth])).toEqual([['Orpheline', 0], ['Boucle', 0], ['Cercle', 1]])
})

test('only a list that is whole says that one is gone', () => {
  const categories = [there('1', 'Actualités')]
  expect([goneCategories([noel], { categories, isComplete: true }), goneCategories([noel], { categories, isComplete: false }), goneCategories([noel], null)]).toEqual([[noel], [], []])
})

test('they are an account’s alone: accounts that are kept together have sites of their own', () => {
  const kept = keepTogether(content, 'a', ['b', 'c'], 'wordpress')
  expect(kept.targets.map(({ categories }) => categories?.[0]?.id)).toEqual(['5', '2', undefined])
  expect(withOwn(kept, 'a', (target) => ({ ...target, title: 'Pour tous' })).targets.map(({ title, categories }) => [title, categories?.[0]?.id])).toEqual([['Pour tous', '5'], ['Pour tous', '2'], ['Pour tous', undefined]])
  expect([isSameForBoth(content, 'a', 'b'), hasOwnInPost(content, 'a')]).toEqual([true, false])
  const changed = applyChange(kept, { kind: 'set_categories', accountId: 'b', categories: [noel] })
  expect(changed.targets.map(({ categories }) => categories?.[0]?.id)).toEqual(['5', '5', undefined])
  expect(Object.hasOwn(applyChange(content, { kind: 'set_categories', accountId: 'a', categories: [] }).targets[0]!, 'categories')).toBe(false)
})

test('they go out where the network has them, and what was chosen otherwise is compared', () => {
  const account = { id: 'a', networkId: 'wordpress' as const, remoteId: '1', serverUrl: 'https://blog.example' }
  expect([partsFor(content, account, capabilitiesOf('wordpress'))[0]?.beside, partsFor(content, account, capabilitiesOf('discourse'))[0]?.beside]).toEqual([{ categories: [noel] }, undefined])
  const other = applyChange(content, { kind: 'set_categories', accountId: 'a', categories: [] })
  const comparison = comparePosts(content, other)
  expect(comparison.categories).toEqual([{ accountId: 'a', before: ['Noël'], after: [] }])
  expect([isSameToTheEye(comparison), isSameToTheEye(comparePosts(content, content)), changeBetween(content, other).others]).toEqual([false, true, ['categories']])
})
