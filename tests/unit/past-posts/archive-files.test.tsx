import { expect, it } from 'vitest'
import { findArchiveFile, inArchive, type ArchiveFile } from '../../../renderer/features/past-posts/archive-files.ts'

const at = (path: string): ArchiveFile => ({ path, size: path.length, open: () => Promise.resolve(new File([path], path.slice(path.lastIndexOf('/') + 1))) })

it('looks at the part of Google+ alone, where the folder holds more of Google', () => {
  const plus = ['Takeout/Stream de Google+/Posts/a.json', 'Takeout/Stream de Google+/Photos/b.jpg'].map(at)
  expect(inArchive([...plus, at('Takeout/Google Photos/c.json')])).toEqual(plus)
  const bare = ['Posts/a.html', 'Posts/b.jpg'].map(at)
  expect(inArchive(bare)).toEqual(bare)
})

it('finds a file by its name: beside the post first, however its accents are written, and never a post', () => {
  const files = ['G/Photos/vitrine.jpg', 'G/Posts/Vitrine.JPG', 'G/Photos/Caf\u0065\u0301.jpg', 'G/Posts/vitrine.json'].map(at)
  const find = findArchiveFile(files)
  expect(find('vitrine.jpg', 'G/Posts/p.json')).toBe(files[1])
  expect(find('vitrine.jpg', 'G/Other/p.json')).toBe(files[0])
  expect(find('Café.jpg', 'G/Posts/p.json')).toBe(files[2])
  expect(find('vitrine.json', 'G/Posts/p.json')).toBeNull()
  expect(find('nowhere.jpg', 'G/Posts/p.json')).toBeNull()
})
