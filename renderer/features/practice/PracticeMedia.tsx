import { Clapperboard, Image as ImageIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMessage } from '../../../shared/contract/accounts.contract.ts'
import { makeFilmCover } from '../../bridge/film-cover.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Film, type FilmTrack } from '../../components/Film.tsx'
import { useSame } from '../../components/use-same.ts'
import { useFormats } from '../../language/use-formats.ts'
import { smallIconProps } from '../../components/icon.ts'
import styles from './PracticePage.module.css'

/** Where the page stands on the network. */
export interface PracticeAddress {
  readonly workspaceId: string
  readonly url: string
}

type Media = PracticeMessage['media'][number]

/** A picture or a film of a message, with its description below, as the network shows it. */
export function PracticeMedia({ item, page }: { readonly item: Media; readonly page: PracticeAddress }): React.JSX.Element {
  const { t } = useTranslation('networks')
  const isFilm = item.kind === 'film'
  const Icon = isFilm ? Clapperboard : ImageIcon
  const words = item.description === '' ? t(isFilm ? 'practicePage.filmWithoutText' : 'practicePage.imageWithoutText') : item.description
  return (
    <figure className={styles.figure}>
      {isFilm ? <PracticeFilm film={item} label={words} page={page} /> : item.picture !== null && <img src={item.picture} alt="" />}
      <figcaption className={styles.image}>
        <Icon {...smallIconProps} />
        {words}
      </figcaption>
    </figure>
  )
}

interface PracticeFilmProps {
  readonly film: Extract<Media, { kind: 'film' }>
  readonly label: string
  readonly page: PracticeAddress
}

/** No file of the client's: it is the copy that the network holds, so its content comes over the bridge. */
function PracticeFilm({ film: { mediaId, mediaType, captions: read }, label, page: { workspaceId, url } }: PracticeFilmProps): React.JSX.Element | null {
  const { locale } = useFormats()
  // Read anew with the page: a film that plays is not fetched again, and goes on.
  const captions = useSame(read)
  const [shown, setShown] = useState<{ readonly address: string; readonly cover: string | null; readonly subtitles: readonly Omit<FilmTrack, 'label'>[] } | 'coming' | 'missing'>('coming')
  useEffect(() => {
    const addresses: string[] = []
    const addressOf = (content: Blob): string => {
      const address = URL.createObjectURL(content)
      addresses.push(address)
      return address
    }
    let isGone = false
    void studio.request('practice.readFilm', { workspaceId, url, mediaId }).then(async (answer) => {
      if (isGone) return
      if (!answer.ok) return setShown('missing')
      const film = new Blob([new Uint8Array(answer.value.bytes)], { type: mediaType })
      const cover = await makeFilmCover(film)
      if (!isGone) setShown({ address: addressOf(film), cover: cover === null ? null : addressOf(new Blob([cover], { type: 'image/jpeg' })), subtitles: captions.map(({ language, vtt }) => ({ language, address: addressOf(new Blob([vtt], { type: 'text/vtt' })) })) })
    })
    return () => {
      isGone = true
      for (const address of addresses) URL.revokeObjectURL(address)
    }
  }, [workspaceId, url, mediaId, mediaType, captions])
  if (shown === 'missing') return null
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const named = shown === 'coming' ? [] : shown.subtitles.map((track) => ({ ...track, label: names.of(track.language) ?? track.language }))
  return shown === 'coming' ? <span className={styles.film} aria-hidden /> : <Film address={shown.address} cover={shown.cover} label={label} className={styles.film} tracks={named} />
}
