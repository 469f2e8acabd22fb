import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import type { TestEngine } from './start-test-engine.ts'

/** A video into the client's library, as the page adds one; gives its id. */
export async function addVideo(engine: TestEngine, workspaceId: string, bytes: Uint8Array<ArrayBuffer>, fileName = 'phare.mp4'): Promise<string> {
  const mediaId = engine.random.id()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName, bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  return mediaId
}
