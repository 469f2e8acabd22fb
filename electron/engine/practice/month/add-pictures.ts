import { succeed, type Result } from '../../../../shared/contract/result.ts'
import type { MediaFeature } from '../../media/create-media.ts'
import { stableId } from '../../stable-id.ts'
import type { PreparedMonth } from './prepare-network.ts'

export interface AddPicturesNeeds {
  readonly workspaceId: string
  readonly media: Pick<MediaFeature, 'handlers'>
  readonly month: PreparedMonth
}

/** Puts the month's pictures into the workspace's media; one that is there already stays. */
export async function addPictures({ workspaceId, media, month }: AddPicturesNeeds): Promise<Result<null>> {
  for (const [scene, bytes] of month.pictures) {
    const added = await media.handlers['media.add']?.({ workspaceId, mediaId: stableId(workspaceId, `picture ${scene}`), fileName: `${scene}.png`, bytes: new Uint8Array(bytes) })
    if (added?.ok === false) return added
  }
  return succeed(null)
}
