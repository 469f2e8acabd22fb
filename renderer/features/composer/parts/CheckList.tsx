import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { hasStop } from '../../../../shared/posts/check-post.ts'
import type { PostProblem } from '../../../../shared/posts/post-problem.ts'
import type { Variable } from '../../../../shared/snippets/variables.ts'
import { shortName } from '../../../components/account-label.ts'
import { smallIconProps } from '../../../components/icon.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { hasPlace } from '../jump/place-of-problem.ts'
import type { TimeProblem } from '../sending-obstacle.ts'
import { gapOf, useProblemText } from '../use-problem-text.ts'
import styles from './CheckList.module.css'

export interface CheckListProps {
  readonly problems: readonly PostProblem[]
  readonly accounts: readonly Account[]
  /** The client's, for the moments that the checks name. */
  readonly timeZone: string
  /** The chosen time stands in the way. */
  readonly timeProblem: TimeProblem | null
  /** A hold stands: what is well here does not leave all the same. */
  readonly isOnHold?: boolean
  /** Leads to where it is put right: the words in the text of that account, in the part of the thread that it concerns, or the field. */
  readonly onShow: (problem: PostProblem) => void
  readonly onShowTime: () => void
  /** Whether a picture can be made to fit all networks of the post, or one account's alone while the others keep theirs, and the way to do it. */
  readonly canFit?: (mediaId: string, accountId: string | null) => boolean
  readonly onFit?: (mediaId: string, accountId: string | null) => Promise<void>
  /** What can be done about a film that a network does not take. */
  readonly renderFilmFix?: (mediaId: string) => React.JSX.Element
  /** The author wrote it so themselves. Left out where nothing can be scheduled. */
  readonly onLeaveGap?: (gap: Variable) => void
}

/** Everything that stops the post or deserves a look, with the accounts it concerns; one calm line when all is well. */
export function CheckList({ problems, accounts, timeZone, timeProblem, isOnHold = false, onShow, onShowTime, onLeaveGap, canFit, onFit, renderFilmFix }: CheckListProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const describe = useProblemText(accounts, timeZone)
  if (problems.length === 0 && timeProblem === null) {
    return (
      <p className={styles.ready} role="status">
        <CircleCheck {...smallIconProps} />
        {t(isOnHold ? 'checks.nothingToMend' : 'checks.allWell')}
      </p>
    )
  }
  const leave = (gap: Variable | null): void => (gap === null ? undefined : onLeaveGap?.(gap))
  const groups = new Map<string, readonly PostProblem[]>()
  for (const problem of problems) {
    const text = describe(problem)
    groups.set(text, [...(groups.get(text) ?? []), problem])
  }
  // What stops the post first: with many accounts the list is longer than its place.
  const rows = [...groups].toSorted(([, one], [, other]) => Number(hasStop(other)) - Number(hasStop(one)))
  return (
    <section className={styles.checks} aria-label={t('checks.title')} data-stops={hasStop(problems) || timeProblem !== null}>
      <ul>
        {timeProblem !== null && (
          <li data-severity="stop">
            <CircleAlert {...smallIconProps} />
            <span>{t(`checks.${timeProblem}`)}</span>
            <ShowButton what={t(`checks.${timeProblem}`)} onShow={onShowTime} />
          </li>
        )}
        {rows.map(([text, members]) => (
          <li key={members.map(nameOfProblem).join()} data-severity={hasStop(members) ? 'stop' : 'warn'}>
            {hasStop(members) ? <CircleAlert {...smallIconProps} /> : <TriangleAlert {...smallIconProps} />}
            <span>{members[0] === undefined ? text : describe(members[0], filesAmong(members))}</span>
            <Places text={text} members={members} accounts={accounts} onShow={onShow} />
            {onFit !== undefined && canFit !== undefined && <FitButtons problems={members} accounts={accounts} canFit={canFit} onFit={onFit} />}
            {renderFilmFix !== undefined && filmsAmong(members, rows).map(renderFilmFix)}
            {onLeaveGap !== undefined && gapOf(members[0]) !== null && (
              <button type="button" onClick={() => leave(gapOf(members[0]))}>
                {t('checks.leaveAsWritten')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PlacesProps extends Pick<CheckListProps, 'accounts' | 'onShow'> {
  readonly text: string
  readonly members: readonly PostProblem[]
}

/** The ways to where it is put right: by the names of the accounts that it concerns, or one for the post as a whole. */
function Places({ text, members, accounts, onShow }: PlacesProps): React.JSX.Element {
  const ofPost = members.find((problem) => problem.accountId === null && hasPlace(problem))
  return (
    <>
      {ofPost !== undefined && <ShowButton what={text} onShow={() => onShow(ofPost)} />}
      {members.map((problem, index) => {
        const account = accounts.find((candidate) => candidate.id === problem.accountId)
        return account === undefined ? null : (
          // One account may have the same problem twice, with two of its images.
          <button key={`${account.id} ${String(index)}`} type="button" onClick={() => onShow(problem)}>
            <NetworkIcon networkId={account.networkId} size={14} />
            {shortName(account)}
          </button>
        )
      })}
    </>
  )
}

function ShowButton({ what, onShow }: { readonly what: string; readonly onShow: () => void }): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <button type="button" aria-label={t('checks.showWhat', { what })} onClick={onShow}>
      {t('checks.show')}
    </button>
  )
}

/** The same while figures in its words change with every key: what stands on the page stays there. */
export function nameOfProblem({ code, accountId, details: { mediaId, gap, part, tag } }: PostProblem): string {
  return [code, accountId, mediaId, gap, part, tag].join(' ')
}

const ofPictures: ReadonlySet<string> = new Set(['image_too_large', 'image_type_unsupported', 'image_too_tall', 'image_too_wide', 'image_cut_by_hand', 'frame_differs', 'page_shape_differs'] satisfies PostProblem['code'][])

const ofFilms: ReadonlySet<string> = new Set(['video_type_unsupported', 'video_codec_unsupported', 'video_too_large', 'video_too_long', 'video_frames_too_few', 'video_frames_too_many', 'video_bit_rate', 'video_sound_codec', 'video_sound_rate', 'video_sound_channels'] satisfies PostProblem['code'][])

/** The films that these are about, but for those about which a line above says what can be done. */
function filmsAmong(members: readonly PostProblem[], rows: readonly (readonly [string, readonly PostProblem[]])[]): readonly string[] {
  const films = (problems: readonly PostProblem[]): readonly string[] => problems.flatMap(({ code, details: { mediaId } }) => (ofFilms.has(code) && typeof mediaId === 'string' ? [mediaId] : []))
  return [...new Set(films(members))].filter((film) => rows.find(([, others]) => films(others).includes(film))?.[1] === members)
}

/** Puts a picture right that a network would refuse: for the whole post, or for one account. */
function FitButtons({ problems, accounts, canFit, onFit }: Pick<CheckListProps, 'problems' | 'accounts'> & Required<Pick<CheckListProps, 'onFit' | 'canFit'>>): React.JSX.Element | null {
  const { t } = useTranslation('pictures')
  const [working, setWorking] = useState<string | null>(null)
  const { mediaId, fileName = '' } = problems.find(({ code }) => ofPictures.has(code))?.details ?? {}
  if (typeof mediaId !== 'string') return null
  const alone = accounts.filter(({ id }) => problems.some(({ accountId }) => accountId === id) && canFit(mediaId, id))
  const ways = [...(canFit(mediaId, null) ? [{ id: null, label: t('fit', { name: fileName }) }] : []), ...alone.map(({ id, handle }) => ({ id, label: t('fitAlone', { account: handle }) }))]
  return (
    <>
      {ways.map(({ id, label }) => (
        <button
          key={id ?? ''}
          type="button"
          disabled={working !== null}
          onClick={() => {
            setWorking(id ?? '')
            void onFit(mediaId, id).finally(() => setWorking(null))
          }}
        >
          {working === (id ?? '') ? t('fitting') : label}
        </button>
      ))}
    </>
  )
}

function filesAmong(problems: readonly PostProblem[]): number {
  return new Set(problems.map(({ details }) => details['mediaId'])).size
}
