import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { ImageWork } from './image-work.ts'

/** A single point, as PNG. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGO40OAAAAO0AZE51xTaAAAAAElFTkSuQmCC'

/** Decodes and encodes one point: whether the worker and the image library are where an installation has put them. */
export async function tryImages(images: ImageWork): Promise<Result<Record<string, never>>> {
  const done = await images.run({ bytes: Buffer.from(point, 'base64'), isUprighted: true, output: { mediaType: 'image/jpeg', quality: 80 } })
  return done.ok ? succeed({}) : done
}
