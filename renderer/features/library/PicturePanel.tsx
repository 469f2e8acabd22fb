import { CalendarPlus, PencilLine, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { tidyWords, type LibraryPicture, type PictureWords } from '../../../shared/media/library-picture.ts'
import { isVideo, mediaAddress } from '../../../shared/media/media-item.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { firstWords } from '../../language/first-words.ts'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import { SpelledTextArea, SpelledTextField } from '../spelling/Spelled.tsx'
import { LibraryFilm } from './LibraryFilm.tsx'
import { kindOf } from './kind-of.ts'
import { describePictures } from './picture-acts.ts'
import styles from './Library.module.css'

export interface PicturePanelProps {
  readonly workspaceId: string
  /** What is chosen, one or several. */
  readonly pictures: readonly LibraryPicture[]
  readonly folders: readonly string[]
  readonly onWrite: () => void
  /** For a day of the calendar. */
  readonly onPlan: () => void
  readonly onRemove: () => void
  /** Brings the picture that one was made of into sight; null: it is not among those shown. */
  readonly onShow: ((mediaId: string) => void) | null
  /** Further things to do with one picture. */
  readonly tools?: ReactNode
}

/** What is known of the chosen pictures, and what people say of them. */
export function PicturePanel({ workspaceId, pictures, folders, onWrite, onPlan, onRemove, onShow, tools }: PicturePanelProps): React.JSX.Element {
  const { t } = useTranslation('library')
  const [only] = pictures
  const chosen = t(`screen.chosen.${kindOf(pictures)}`, { count: pictures.length })
  return (
    <section className={styles.panel} aria-label={chosen} tabIndex={0} data-keep-beside>
      {pictures.length === 1 && only !== undefined ? <About workspaceId={workspaceId} picture={only} onShow={onShow} /> : <h2 className={styles.heading}>{chosen}</h2>}
      <Words key={pictures.map(({ item }) => item.id).join(' ')} workspaceId={workspaceId} pictures={pictures} folders={folders} />
      {pictures.length === 1 && only !== undefined && <Uses workspaceId={workspaceId} picture={only} />}
      <div className={styles.acts}>
        <Button variant="primary" icon={PencilLine} onClick={onWrite}>
          {t('screen.write')}
        </Button>
        <Button icon={CalendarPlus} onClick={onPlan}>
          {t('screen.plan')}
        </Button>
        {tools}
        <Button variant="quiet" icon={Trash2} onClick={onRemove}>
          {t('screen.remove')}
        </Button>
      </div>
    </section>
  )
}

function About({ workspaceId, picture: { item, altText, sameIds, originId, originName }, onShow }: Pick<PicturePanelProps, 'workspaceId' | 'onShow'> & { readonly picture: LibraryPicture }): React.JSX.Element {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const facts = [t('size', { width: formats.number(item.width), height: formats.number(item.height) }), formats.bytes(item.bytes), ...(sameIds.length > 1 ? [t('copies', { count: sameIds.length })] : [])]
  return (
    <>
      {isVideo(item) ? <LibraryFilm key={item.id} workspaceId={workspaceId} item={item} altText={altText} /> : <img className={styles.large} src={mediaAddress(workspaceId, item.id, 'small')} alt={altText} decoding="async" draggable={false} />}
      <h2 className={styles.heading}>{item.fileName}</h2>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {originId !== null && originName !== null && (
        <p className={styles.facts}>
          {t('screen.madeOf', { name: originName })}{' '}
          {onShow !== null && (
            <button type="button" className={styles.use} onClick={() => onShow(originId)}>
              {t('screen.showOriginal')}
            </button>
          )}
        </p>
      )}
    </>
  )
}

interface Written {
  readonly altText: string
  readonly folder: string
  readonly tags: string
}

/** Written once, offered wherever the picture is used; of several pictures, only what is changed is changed. */
function Words({ workspaceId, pictures, folders }: Pick<PicturePanelProps, 'workspaceId' | 'pictures' | 'folders'>): React.JSX.Element {
  const { t } = useTranslation('library')
  const listId = useId()
  const form = useRef<HTMLFormElement>(null)
  const first = pictures[0]
  const isOne = pictures.length === 1
  const same = (of: (picture: LibraryPicture) => string): string => (first !== undefined && pictures.every((picture) => of(picture) === of(first)) ? of(first) : '')
  const known: Written = { altText: same(({ altText }) => altText), folder: same(({ folder }) => folder), tags: isOne ? same(({ tags }) => tags.join(', ')) : '' }
  const saying = pictures.map(({ altText, folder, tags }) => [altText, folder, ...tags].join('\n')).join('\n\n')
  const [said, setSaid] = useState(saying)
  const [before, setBefore] = useState(known)
  const [words, setWords] = useState(known)
  // Just saved, or changed elsewhere: what is being written stays.
  if (said !== saying) {
    setSaid(saying)
    setBefore(known)
    setWords({ altText: words.altText === before.altText ? known.altText : words.altText, folder: words.folder === before.folder ? known.folder : words.folder, tags: words.tags === before.tags ? known.tags : words.tags })
  }
  const isChanged = words.altText !== before.altText || words.folder !== before.folder || words.tags !== before.tags

  function save(): void {
    if (!isChanged) return
    // Said once, also when the form goes while the focus is in it.
    setBefore(words)
    const tags = words.tags.split(',')
    void describePictures(workspaceId, pictures, (old): PictureWords => ({
      altText: isOne ? words.altText : old.altText,
      folder: words.folder === before.folder ? old.folder : words.folder,
      tags: words.tags === before.tags ? old.tags : tidyWords({ altText: '', folder: '', tags: isOne ? tags : [...old.tags, ...tags] }).tags
    }))
  }

  // What was written is kept when somebody goes on to another picture, as everywhere else.
  useEffect(() => {
    const written = form.current
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (!(relatedTarget instanceof Node && written?.contains(relatedTarget))) save()
    }
    written?.addEventListener('focusout', leave)
    return () => written?.removeEventListener('focusout', leave)
  })

  return (
    <form
      className={styles.words}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {isOne && <SpelledTextArea workspaceId={workspaceId} scope={first?.item.id ?? ''} isTypeset label={t('describedAs')} hint={t('screen.altHint')} value={words.altText} maxLength={2000} rows={2} maxRows={8} onChange={(altText) => setWords({ ...words, altText })} />}
      <TextField label={t('screen.folder')} placeholder={t('screen.noFolder')} list={listId} value={words.folder} maxLength={80} onChange={(folder) => setWords({ ...words, folder })} />
      <datalist id={listId}>
        {folders.map((folder) => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
      <SpelledTextField workspaceId={workspaceId} scope={first?.item.id ?? ''} label={isOne ? t('screen.tags') : t('screen.addTags')} hint={t('screen.tagsHint')} value={words.tags} maxLength={600} onChange={(tags) => setWords({ ...words, tags })} />
      <Button type="submit" size="small" disabled={!isChanged}>
        {t('screen.save')}
      </Button>
    </form>
  )
}

function Uses({ workspaceId, picture: { uses, useCount } }: { readonly workspaceId: string; readonly picture: LibraryPicture }): React.JSX.Element {
  const { t } = useTranslation('library')
  return (
    <>
      <h3 className={styles.heading}>{t('usedIn')}</h3>
      {useCount === 0 ? (
        <p className={styles.facts}>{t('unused')}</p>
      ) : (
        <ul className={styles.uses}>
          {uses.map(({ postId, excerpt }) => (
            <li key={postId}>
              <button type="button" className={styles.use} onClick={() => navigate({ screen: 'compose', workspaceId, postId, at: null })}>
                {excerpt === '' ? t('untitled') : firstWords(excerpt)}
              </button>
            </li>
          ))}
          {useCount > uses.length && <li>{t('more', { count: useCount - uses.length })}</li>}
        </ul>
      )}
    </>
  )
}
