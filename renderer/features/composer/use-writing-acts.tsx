import type { Editor } from '@tiptap/core'
import { useCallback, useMemo } from 'react'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { noFilmLimits, type FilmLimits } from '../../../shared/media/fit-film.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { keptWith } from '../../../shared/posts/kept-together.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { showFailure } from '../../components/show-failure.ts'
import { useSame } from '../../components/use-same.ts'
import { LinkTagsButton } from '../link-tags/LinkTagsButton.tsx'
import type { PictureMove } from '../pictures/picture-move.ts'
import { SpellingTools } from '../spelling/SpellingTools.tsx'
import type { ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { OfferPlace } from './beside/OfferPlace.tsx'
import { PostSnippets } from './editor/PostSnippets.tsx'
import type { MediaChange } from './composer-changes.ts'
import { mediaOwner } from './composer-state.ts'
import { placeMedia, removeCaptions, removeMedia } from './take-away.ts'
import { filmLimitsFor } from './fit-film.ts'
import { focusPicture } from './focus-picture.ts'
import { swapPicture } from './swap-picture.ts'
import { tagPeople } from './tag-people.ts'
import { dropCaptions } from './drop-captions.ts'
import { isCaptionsFile } from '../captions/add-captions-file.ts'
import { toggleTarget } from './toggle-target.ts'

export interface WritingActs {
  toggle(accountId: string): void
  addFiles(files: readonly File[]): void
  addStored(item: MediaItem, altText: string): void
  /** Of the pictures that stand below the text: the post's, or those of the account in the editor. */
  changeMedia(change: MediaChange): void
  /** `picture`: the one of the library, or the frame that was kept. */
  coverFilm(mediaId: string, picture: MediaItem | null, atMs: number | null): void
  captionFilm(mediaId: string, captions: readonly FilmCaptions[]): void
  /** `language`: what it is called. */
  removeCaptions(mediaId: string, captions: FilmCaptions, language: string): void
  /** Among the others, counted from 0. */
  placeMedia(mediaId: string, place: number): void
  /** What of a picture has to be seen; null: nobody's choice. */
  focusPicture(mediaId: string, focus: FocalPoint | null): void
  /** Who is shown in a file; none of them: nobody is told. */
  tagPeople(mediaId: string, people: readonly PersonTag[]): void
  /** A picture that was made of another one stands in its place. */
  takeMade(mediaId: string, made: MediaItem, move: PictureMove | null): void
  /** What the networks take that get this film. */
  filmLimits(mediaId: string): FilmLimits
  /** What somebody is called on the networks, in all texts of the post. */
  namePerson(person: Person): void
  /** The text in the editor. */
  write(document: RichDocument): void
  renderTools(editor: Editor): React.ReactNode
}

/** What the writing side does. No key changes these functions, so that what is given them need not be drawn again. */
export function useWritingActs(workspaceId: string, store: ComposerStore, state: ReadyState): WritingActs {
  const { accounts, editing, post: { postId } } = state
  const { change } = store
  const ofPost = useMemo(
    () => ({
      toggle: (accountId: string) => toggleTarget(store, workspaceId, accountId),
      namePerson: (person: Person) => change({ kind: 'name_person', person }),
      addFiles: (files: readonly File[]) => void addFiles(store, workspaceId, files),
      addStored: (item: MediaItem, altText: string) => showAny(store.addStored(item, altText, ownerNow(store)), workspaceId),
      changeMedia: (mediaChange: MediaChange) => (mediaChange.kind === 'detach' ? removeMedia(store, workspaceId, mediaChange.mediaId) : changeMedia(store, mediaChange)),
      placeMedia: (mediaId: string, place: number) => placeMedia(store, workspaceId, mediaId, place),
      coverFilm: (mediaId: string, picture: MediaItem | null, atMs: number | null) => coverFilm(store, mediaId, picture, atMs),
      captionFilm: (mediaId: string, captions: readonly FilmCaptions[]) => changeMedia(store, { kind: 'caption_film', mediaId, captions }),
      removeCaptions: (mediaId: string, captions: FilmCaptions, language: string) => removeCaptions(store, workspaceId, mediaId, captions, language),
      focusPicture: (mediaId: string, focus: FocalPoint | null) => focusPicture(store, workspaceId, mediaId, focus),
      tagPeople: (mediaId: string, people: readonly PersonTag[]) => tagPeople(store, workspaceId, mediaId, people),
      takeMade: (mediaId: string, made: MediaItem, move: PictureMove | null) => takeMade(store, workspaceId, mediaId, made, move),
      filmLimits: (mediaId: string) => filmLimitsNow(store, mediaId)
    }),
    [store, change, workspaceId]
  )
  const write = useCallback((document: RichDocument) => change({ kind: 'write', accountId: editing, document }), [change, editing])
  const readerIds = useSame(readersOf(state).map(({ id }) => id))
  const renderTools = useCallback(
    (editor: Editor) => (
      <>
        <SpellingTools workspaceId={workspaceId} postId={postId} editor={editor} />
        <LinkTagsButton workspaceId={workspaceId} editor={editor} accounts={readerIds.flatMap((readerId) => accounts.find(({ id }) => id === readerId) ?? [])} isOwnText={editing !== null} />
        <PostSnippets workspaceId={workspaceId} store={store} editor={editor} />
        <OfferPlace editor={editor} />
      </>
    ),
    [workspaceId, store, postId, accounts, readerIds, editing]
  )
  return useMemo(() => ({ ...ofPost, write, renderTools }), [ofPost, write, renderTools])
}

async function addFiles(store: ComposerStore, workspaceId: string, files: readonly File[]): Promise<void> {
  const [subtitles, others] = [files.filter(isCaptionsFile), files.filter((file) => !isCaptionsFile(file))]
  if (others.length > 0) for (const error of await store.addFiles(others, ownerNow(store))) showFailure(error, workspaceId)
  // Films that came along are there by now.
  await dropCaptions(store, workspaceId, subtitles)
}

function showAny(error: StudioError | null, workspaceId: string): void {
  if (error !== null) showFailure(error, workspaceId)
}

function changeMedia(store: ComposerStore, change: MediaChange): void {
  const owner = ownerNow(store)
  store.change(owner === undefined ? change : { ...change, accountId: owner })
}

function coverFilm(store: ComposerStore, mediaId: string, picture: MediaItem | null, atMs: number | null): void {
  if (picture !== null) store.keep(picture)
  changeMedia(store, { kind: 'cover_film', mediaId, cover: picture === null ? null : { mediaId: picture.id, atMs } })
}

function ownerNow(store: ComposerStore): string | undefined {
  const now = store.state.getState()
  return now.kind === 'ready' ? mediaOwner(now) : undefined
}

function filmLimitsNow(store: ComposerStore, mediaId: string): FilmLimits {
  const now = store.state.getState()
  return now.kind === 'ready' ? filmLimitsFor(now, mediaId) : noFilmLimits
}

function takeMade(store: ComposerStore, workspaceId: string, mediaId: string, made: MediaItem, move: PictureMove | null): void {
  const now = store.state.getState()
  const before = now.kind === 'ready' ? now.media.find(({ id }) => id === mediaId) : undefined
  if (before !== undefined) swapPicture(workspaceId, store, before, made, move)
}

/** The accounts that get the text in the editor. */
function readersOf({ post, accounts, editing }: ReadyState): readonly Account[] {
  const readers = editing === null ? null : keptWith(post.content, editing)
  return post.content.targets.flatMap(({ accountId }) => accounts.find(({ id }) => id === accountId && (readers === null || readers.includes(id))) ?? [])
}
