import type { Crop, PictureRecipe } from '../media/picture-recipe.ts'
import { pointAfter } from '../media/point-in-recipe.ts'
import type { Size } from '../media/size.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { withEachMedia } from './own-media.ts'
import type { PersonTag } from './person-tag.ts'
import { mediaOf } from './post-parts.ts'
import type { FocalPoint, PostContent, PostMedia } from './post.ts'

/** Who is told to be shown in a picture or a film; it is the file's, wherever the post has it. */
export function peopleOf(content: Pick<PostContent, 'media' | 'targets' | 'moreParts'>, mediaId: string): readonly PersonTag[] {
  return mediaOf(content).find((item) => item.mediaId === mediaId)?.people ?? []
}

/** The post with these people told of one of its files, in every part and for every account; none of them: nobody is. The same content where nothing changes. */
export function withPeople(content: PostContent, mediaId: string, people: readonly PersonTag[]): PostContent {
  if (!mediaOf(content).some((item) => item.mediaId === mediaId && !isSamePeople(item.people ?? [], people))) return content
  return withEachMedia(content, (media) => media.map((item) => (item.mediaId === mediaId ? tagged(item, people) : item)))
}

/** A file with these people told of it, or without a word of any. */
export function tagged({ people: _before, ...item }: PostMedia, people: readonly PersonTag[]): PostMedia {
  return people.length === 0 ? item : { ...item, people: people.map(({ name, at }) => ({ name, ...(at === undefined ? {} : { at: rounded(at) }) })) }
}

export function isSamePeople(one: readonly PersonTag[], other: readonly PersonTag[]): boolean {
  return JSON.stringify(peopleAsWords(one)) === JSON.stringify(peopleAsWords(other))
}

/** As words to compare, in their order. */
export function peopleAsWords(people: readonly PersonTag[]): readonly string[] {
  return people.map(({ name, at }) => (at === undefined ? name : `${name} ${String(at.x)} ${String(at.y)}`))
}

/** As fine as anybody can point. */
function rounded({ x, y }: FocalPoint): FocalPoint {
  const fine = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000
  return { x: fine(x), y: fine(y) }
}

/** Where a point of a picture is on another one; null: it was cut off. */
export type PointMove = (point: FocalPoint) => FocalPoint | null

/** A person at the very edge is still on the picture. */
function within({ x, y }: FocalPoint): FocalPoint | null {
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? rounded({ x, y }) : null
}

/** On a part that was cut out; null for the crop: on the whole. */
export function moveIntoCrop(crop: Crop | null): PointMove {
  return (point) => (crop === null ? point : within({ x: (point.x - crop.x) / crop.width, y: (point.y - crop.y) / crop.height }))
}

/** On a picture that was made in another way of the same one. */
export function moveByRecipe(origin: Size, before: PictureRecipe, after: PictureRecipe): PointMove {
  return (point) => within(pointAfter(point, origin, before, after))
}

/** Who is still on a picture that was made of another one, where they are now, and who was cut off. */
export function movePeople(people: readonly PersonTag[], move: PointMove): { readonly kept: readonly PersonTag[]; readonly cutOff: readonly string[] } {
  const moved = people.map(({ name, at }) => ({ name, at, now: at === undefined ? undefined : move(at) }))
  return {
    kept: moved.flatMap(({ name, now }) => (now === null ? [] : [{ name, ...(now === undefined ? {} : { at: now }) }])),
    cutOff: moved.flatMap(({ name, now }) => (now === null ? [name] : []))
  }
}

/** Whom a network is told of with one file among so many of a part: nobody where it takes none, nor with a film among others. */
export function peopleFor({ people = [] }: Pick<PostMedia, 'people'>, isFilm: boolean, { peopleShown: rule }: Pick<NetworkCapabilities, 'peopleShown'>, files: number): readonly PersonTag[] {
  return rule === undefined || (isFilm && files > 1) ? [] : people
}
