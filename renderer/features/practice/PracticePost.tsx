import { Heart, Repeat2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PracticeMessage } from '../../../shared/contract/accounts.contract.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { smallIconProps } from '../../components/icon.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNow } from '../../shell/use-now.ts'
import { PracticeMedia, type PracticeAddress } from './PracticeMedia.tsx'
import styles from './PracticePage.module.css'

export interface PracticePostProps {
  readonly page: Extract<RequestOutput<'practice.readPage'>, { kind: 'post' }>
  readonly address: PracticeAddress
  readonly timeZone: string | undefined
}

/** A post as it stands on the practice network, with what was said before and after it. */
export function PracticePost({ page, address, timeZone }: PracticePostProps): React.JSX.Element {
  const { t } = useTranslation('networks')
  const { before, post, answers } = page
  return (
    <>
      <ol className={styles.messages}>
        {before.map((message) => (
          <Message key={message.id} message={message} page={address} timeZone={timeZone} />
        ))}
        <Message message={post} page={address} timeZone={timeZone} isShown />
      </ol>
      <h3 className={styles.heading}>{t('practicePage.answers', { count: answers.length })}</h3>
      <ol className={styles.messages}>
        {answers.map((message) => (
          <Message key={message.id} message={message} page={address} timeZone={timeZone} />
        ))}
      </ol>
    </>
  )
}

interface MessageProps {
  readonly message: PracticeMessage
  readonly page: PracticeAddress
  readonly timeZone: string | undefined
  /** The one whose address was opened. */
  readonly isShown?: boolean
}

function Message({ message, page, timeZone, isShown = false }: MessageProps): React.JSX.Element {
  const { t } = useTranslation('networks')
  const formats = useFormats()
  const now = useNow()
  return (
    <li className={styles.message} data-shown={isShown ? '' : undefined}>
      <Avatar name={message.authorName} {...(message.isOwn ? { shape: 'client' } : {})} />
      <div className={styles.body}>
        <p className={styles.byline}>
          <strong>{message.authorName}</strong>
          <span>{message.handle}</span>
          <time>{formats.moment(message.createdAt, now, timeZone)}</time>
        </p>
        <p className={styles.text}>{message.text}</p>
        {message.media.map((item, place) => (
          <PracticeMedia key={`${String(place)} ${item.description}`} item={item} page={page} />
        ))}
        {(message.likes > 0 || message.boosts > 0) && (
          <p className={styles.counts}>
            <span aria-label={t('practicePage.likes', { count: message.likes })}>
              <Heart {...smallIconProps} /> {formats.number(message.likes)}
            </span>
            <span aria-label={t('practicePage.boosts', { count: message.boosts })}>
              <Repeat2 {...smallIconProps} /> {formats.number(message.boosts)}
            </span>
          </p>
        )}
      </div>
    </li>
  )
}
