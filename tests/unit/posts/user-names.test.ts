import { expect, it } from 'vitest'
import { asUserNames } from '../../../shared/posts/user-names.ts'

it('takes names as people write them, each once and no more than may be', () => {
  expect(asUserNames(['@Quai.Nantes', ' marie_o ', 'quai.nantes', 'é', 'jean-paul'], 3)).toEqual(['quai.nantes', 'marie_o'])
  expect(asUserNames(['a', 'b', 'c', 'd'], 3)).toEqual(['a', 'b', 'c'])
  expect(asUserNames(['x'.repeat(40)], 3)).toEqual([])
})
