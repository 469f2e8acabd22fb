import { expect, test } from 'vitest'
import { createLendFiles } from '../../../electron/engine/media-host/lend-files.ts'
import type { LyingFile } from '../../../electron/engine/media-host/hosted-files-repository.ts'
import type { ImageTask } from '../../../electron/engine/images/image-task.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'
import type { MediaHost } from '../../../shared/media-host/media-host.ts'
import { pictureOf } from '../../support/adapter-session.ts'

const host: MediaHost = { kind: 'wordpress', accountId: 'a' }
const fit = { short: 1080, long: 1920 }

function rig() {
  const lying: LyingFile[] = []
  const tasks: ImageTask[] = []
  const put: string[] = []
  const files = createLendFiles({
    repository: {
      host: () => host, setHost: () => undefined, count: () => lying.length, list: () => lying,
      add: (file) => void lying.push({ ...file, handle: null }), setHandle: () => undefined, remove: () => undefined
    },
    images: { run: async (task) => (tasks.push(task), { ok: true, value: { bytes: new Uint8Array([1]), width: 1, height: 1, sourceArea: 1 } }) },
    clock: { now: () => 0, after: () => () => undefined },
    random: systemRandom,
    log: { info: () => undefined, warning: () => undefined, error: () => undefined },
    stopping: new AbortController().signal,
    placeOf: async () => ({ ok: true, value: { put: async ({ mediaType }) => (put.push(mediaType), { ok: true, value: { url: 'https://files.example/1', handle: '1' } }), remove: async () => ({ ok: true, value: null }) } })
  })
  return { tasks, put, lend: (width: number, height: number, mediaType: string) => files.lend(host, { ...pictureOf(''), width, height, mediaType }, ['image/jpeg', 'image/webp'], { signal: new AbortController().signal, fit }) }
}

test('what is too large for the network is made smaller on the way, and nothing else is touched', async () => {
  const { tasks, put, lend } = rig()
  for (const [width, height] of [[1080, 1920], [1920, 1080], [1080, 1080], [300, 1920]] as const) await lend(width, height, 'image/jpeg')
  expect(tasks).toEqual([])
  await lend(4000, 3000, 'image/jpeg')
  await lend(1080, 3000, 'image/webp')
  await lend(2000, 2000, 'image/webp')
  expect(tasks.map(({ fitWithin, output }) => [fitWithin, output.mediaType])).toEqual([[1440, 'image/jpeg'], [1920, 'image/jpeg'], [1080, 'image/jpeg']])
  await lend(800, 600, 'image/png')
  expect([tasks.at(-1)?.fitWithin, put.at(-1)]).toEqual([undefined, 'image/jpeg'])
})
