/** Longest side of a cover, in pixels, and how long a player may take for it. */
const side = 1280
const patience = 15_000
const quality = 0.86

/** A picture from near the beginning of a film, as JPEG; null where the player here cannot show it. */
export async function makeFilmCover(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const address = URL.createObjectURL(file)
  try {
    return await coverFrom(address)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The same of a film at an address that this page may read. */
export async function coverFrom(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await withPlayer(address, (player) => Promise.race([coverOf(player), new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))]))
  } catch {
    return null
  }
}

/** A player out of sight that lets go of the film when the work with it has ended. */
async function withPlayer<Value>(address: string, work: (player: HTMLVideoElement) => Promise<Value>): Promise<Value> {
  const player = document.createElement('video')
  player.muted = true
  player.preload = 'auto'
  player.crossOrigin = 'anonymous'
  player.setAttribute('src', address)
  try {
    return await work(player)
  } finally {
    player.removeAttribute('src')
    player.load()
  }
}

async function coverOf(player: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer> | null> {
  await happening(player, 'loadeddata')
  const { videoWidth, videoHeight, duration } = player
  if (videoWidth === 0 || videoHeight === 0) return null
  // The very first picture is often black.
  if (Number.isFinite(duration) && duration > 0.4) {
    const sought = happening(player, 'seeked')
    player.currentTime = Math.min(1, duration / 4)
    await sought
  }
  return pictureShown(player)
}

/** What a player shows at this moment, as JPEG, its longer side at most so many pixels; null where it shows nothing. */
export async function pictureShown(player: HTMLVideoElement, longest = side): Promise<Uint8Array<ArrayBuffer> | null> {
  const { videoWidth, videoHeight } = player
  if (videoWidth === 0 || videoHeight === 0) return null
  const scale = Math.min(1, longest / Math.max(videoWidth, videoHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(videoWidth * scale))
  canvas.height = Math.max(1, Math.round(videoHeight * scale))
  canvas.getContext('2d')?.drawImage(player, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}

function happening(player: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    player.addEventListener(event, () => resolve(), { once: true })
    player.addEventListener('error', () => reject(new Error(player.error?.message ?? 'the player gave up')), { once: true })
  })
}

/** Small pictures of a film at these moments (ms), one after the other as they are drawn; what the player cannot show is left out. `signal` ends it. */
export async function drawFrames(address: string, moments: readonly number[], longest: number, onFrame: (atMs: number, picture: Uint8Array<ArrayBuffer>) => void, signal: AbortSignal): Promise<void> {
  try {
    await withPlayer(address, async (player) => {
      await inPatience(happening(player, 'loadeddata'))
      for (const atMs of moments) {
        if (signal.aborted) return
        const sought = happening(player, 'seeked')
        player.currentTime = atMs / 1000
        await inPatience(sought)
        const picture = await pictureShown(player, longest)
        if (picture !== null && !signal.aborted) onFrame(atMs, picture)
      }
    })
  } catch {
    // The player gave up: whoever looks still has the film itself to choose from.
  }
}

function inPatience(work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((_, reject) => void setTimeout(() => reject(new Error('the player took too long')), patience))])
}
