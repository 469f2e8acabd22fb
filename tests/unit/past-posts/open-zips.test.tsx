import { expect, it } from 'vitest'
import { missingParts } from '../../../renderer/features/past-posts/archive-files.ts'
import { openZips } from '../../../renderer/features/past-posts/open-zips.ts'
import { tinyGif } from '../../support/tiny-images.ts'
import { writeZip, type ZipFile, type ZipShape } from '../../support/write-zip.ts'

const { signal } = new AbortController()
const zip = (files: readonly ZipFile[], name = 'takeout-20190301T000000Z-001.zip', shape: ZipShape = {}): File => new File([writeZip(files, shape)], name)
const gif = tinyGif(4, 3)

async function opened(...zips: readonly File[]) {
  const { files, ...report } = await openZips(zips, signal)
  const contents = await Promise.all(files.map(async ({ open }) => open(signal).then((file) => file.text(), (error: unknown) => String(error))))
  return { ...report, files: Object.fromEntries(files.map(({ path }, index) => [path, contents[index]])) }
}

it('reads posts and pictures of several parts together, packed and stored, with large places too', async () => {
  for (const isZip64 of [false, true]) {
    const first = zip([{ name: 'Takeout/Stream Google+/Posts/Été.json', content: '{"a":1}' }, { name: 'Takeout/Stream Google+/Photos/', content: '', isStored: true }], 'a.zip', { isZip64 })
    const second = zip([{ name: 'Takeout/Stream Google+/Photos/vitrine.gif', content: gif, isStored: true }], 'b.zip', { isZip64 })
    expect(await opened(first, second)).toEqual({ damaged: [], locked: [], files: { 'Takeout/Stream Google+/Posts/Été.json': '{"a":1}', 'Takeout/Stream Google+/Photos/vitrine.gif': new TextDecoder().decode(gif) } })
  }
})

it('reads names without the sign for UTF-8 as UTF-8 where they are, else as DOS wrote them', async () => {
  const { files } = await opened(zip([{ name: 'Posts/Été.json', content: 'a', saysUtf8: false }, { name: Buffer.from([0x50, 0x2f, 0x82, 0x2e, 0x6a, 0x73, 0x6f, 0x6e]), content: 'b', saysUtf8: false }]))
  expect(files).toEqual({ 'Posts/Été.json': 'a', 'P/é.json': 'b' })
})

it('leaves out names that lead out of the archive, links and folders, and takes the rest', async () => {
  const out = ['../out.json', 'a/../../out.json', '/etc/passwd', 'C:\\out.json', '\\\\server\\out.json', 'a\\..\\..\\out.json', 'a\0.json'].map((name) => ({ name, content: 'x' }))
  expect(await opened(zip([...out, { name: 'link.json', content: '/etc/passwd', isSymlink: true }, { name: 'Posts\\a.json', content: 'in' }]))).toEqual({ damaged: [], locked: [], files: { 'Posts/a.json': 'in' } })
})

it('opens both of two files of the same name, and no archive within the archive', async () => {
  const inner = writeZip([{ name: 'Posts/inner.json', content: '{}' }])
  const { files } = await openZips([zip([{ name: 'Posts/a.json', content: 'one' }, { name: 'Posts/a.json', content: 'two' }, { name: 'Posts/more.zip', content: inner }])], signal)
  expect(files.map(({ path }) => path)).toEqual(['Posts/a.json', 'Posts/a.json', 'Posts/more.zip'])
  expect(await Promise.all(files.slice(0, 2).map(async ({ open }) => (await open(signal)).text()))).toEqual(['one', 'two'])
  await expect(files[2]!.open(signal)).rejects.toThrow('neither a picture nor a film')
})

it('names what is cut off, no archive at all, and what wants a password; the others come in', async () => {
  const whole = [{ name: 'Posts/a.json', content: 'x'.repeat(1000) }]
  const cut = new File([zip(whole).slice(0, 60)], 'cut.zip')
  const locked = zip([...whole, { name: 'Posts/secret.json', content: 'x', isEncrypted: true }], 'locked.zip')
  const { files, ...report } = await openZips([cut, new File(['hello'], 'text.zip'), new File([], 'empty.zip'), locked, zip(whole)], signal)
  expect(report).toEqual({ damaged: ['cut.zip', 'text.zip', 'empty.zip'], locked: ['locked.zip'] })
  expect(files).toHaveLength(2)
})

it('refuses a file whose sum or length is not what the archive says, and leaves the others alone', async () => {
  const { files } = await opened(
    zip([{ name: 'sum.json', content: 'abc', crc: 1 }, { name: 'longer.json', content: 'x'.repeat(5000), size: 10 }, { name: 'shorter.json', content: 'abc', size: 4000 }, { name: 'whole.json', content: 'whole' }])
  )
  expect(files['whole.json']).toBe('whole')
  for (const name of ['sum.json', 'longer.json', 'shorter.json']) expect(files[name], name).toMatch(/^Error|Error: /)
})

it('does not unpack what was made to fill the disk', async () => {
  const zeros = new Uint8Array(80 * 1024 * 1024)
  zeros.set(gif)
  const { files } = await openZips([zip([{ name: 'bomb.gif', content: zeros }, { name: 'zeros.jpg', content: new Uint8Array(30 * 1024 * 1024) }])], signal)
  await expect(files[0]!.open(signal)).rejects.toThrow('beyond all measure')
  await expect(files[1]!.open(signal)).rejects.toThrow('neither a picture nor a film')
})

it('holds on to the part of Google+ alone, where the archive has one with posts', async () => {
  const all = [{ name: 'Takeout/Google Photos/1.gif', content: gif }, { name: 'Takeout/Google+ Stream/Posts/a.json', content: '{}' }, { name: 'Takeout/Google+ Stream/Photos/b.gif', content: gif }]
  const paths = async (files: readonly ZipFile[]) => (await openZips([zip(files)], signal)).files.map(({ path }) => path)
  expect(await paths(all)).toEqual(['Takeout/Google+ Stream/Posts/a.json', 'Takeout/Google+ Stream/Photos/b.gif'])
  expect(await paths(all.slice(0, 1))).toEqual(['Takeout/Google Photos/1.gif'])
})

it('lists a hundred thousand files in seconds, and can be stopped', async () => {
  const photos = Array.from({ length: 100_000 }, (_each, number) => ({ name: `Takeout/Google Photos/${number}.jpg`, content: '', isStored: true }))
  const many = zip([...photos, { name: 'Takeout/Google+/Posts/a.json', content: '{}' }], 'many.zip', { isZip64: true })
  expect((await openZips([many], signal)).files).toHaveLength(1)
  const stopped = new AbortController()
  stopped.abort()
  expect(await openZips([many], stopped.signal)).toEqual({ files: [], damaged: [], locked: [] })
  const picture = (await openZips([zip([{ name: 'a.gif', content: gif }])], signal)).files[0]!
  await expect(picture.open(stopped.signal)).rejects.toThrow(/abort/i)
  // A machine that does other work writes the archive slowly.
}, 30_000)

it('knows which parts were not chosen, by their numbers', () => {
  expect(missingParts(['takeout-20190301T000000Z-001.zip', 'takeout-20190301T000000Z-004 (1).zip', 'takeout-20190301T000000Z-003.zip', 'holiday.zip'])).toEqual(['takeout-20190301T000000Z-002.zip'])
  expect(missingParts(['takeout-20190301T000000Z-001.zip', 'takeout-20190301T000000Z-2-001.zip'])).toEqual([])
})
