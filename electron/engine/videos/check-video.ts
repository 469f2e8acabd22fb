import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { sniffMedia, sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { putIndexFirst } from './index-first.ts'
import { inspectBoxes, type Blanking } from './inspect-boxes.ts'
import { inspectElements } from './inspect-elements.ts'
import { probeVideo } from './probe-video.ts'
import { openVideoSource, VideoRefusal } from './video-source.ts'
import type { CheckedVideo } from './video-task.ts'

const step = 4 * 1024 * 1024

/**
 * Checks a file of ours, takes out of it what tells where and by whom it was made, in its place, puts its index first, and says what it is. Throws a `VideoRefusal`
 * for a file that cannot be taken. Never holds more than a few megabytes of it.
 */
export async function checkVideo(file: FileHandle, onProgress: (percent: number) => void): Promise<CheckedVideo> {
  const source = await openVideoSource(file)
  const beginning = await source.read(0, Math.min(sniffedBytes, source.size))
  if (sniffMedia(beginning) !== 'video') throw new VideoRefusal('kind', 'neither MP4, QuickTime nor WebM')
  const blankings = beginning[0] === 0x1a ? await inspectElements(source) : await inspectBoxes(source)
  const facts = await probeVideo(source)
  for (const blanking of blankings) await overwrite(file, blanking)
  if (beginning[0] !== 0x1a) await putIndexFirst(file, source, (percent) => onProgress(Math.floor(percent / 2)))
  await file.sync()
  const hash = createHash('sha256')
  for (let offset = 0; offset < source.size; offset += step) {
    hash.update(await source.read(offset, Math.min(step, source.size - offset)))
    onProgress(Math.floor((100 * Math.min(offset + step, source.size)) / source.size))
  }
  return { facts, sha256: hash.digest('hex'), bytes: source.size }
}

async function overwrite(file: FileHandle, { offset, header, end }: Blanking): Promise<void> {
  await file.write(header, 0, header.byteLength, offset)
  for (let at = offset + header.byteLength; at < end; at += step) await file.write(new Uint8Array(Math.min(step, end - at)), 0, Math.min(step, end - at), at)
}
