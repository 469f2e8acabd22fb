import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAsSent, type Difference, type RealityComparison } from '../../../shared/reality/compare-with-reality.ts'
import type { PostThere } from '../../../shared/reality/post-there.ts'
import { Badge, type Tone } from '../../components/Badge.tsx'
import styles from './Reality.module.css'

type Word = Difference['verdict'] | 'made_there'

const tones: Readonly<Record<Word, Tone>> = { exact: 'success', changed: 'warning', not_told: 'neutral', made_there: 'neutral' }

/** What the network shows, element by element, each with how it compares to what was sent. */
export function Differences({ of: comparison, there }: { readonly of: RealityComparison; readonly there: PostThere }): React.JSX.Element {
  const { t } = useTranslation('reality')
  const { title, text, teaser, mediaCount, altTexts, card } = comparison
  const isMarked = [title, text, teaser, ...altTexts].some((one) => one?.verdict === 'changed')
  return (
    <>
      <p className={styles.summary} data-changed={!isAsSent(comparison)}>{t(isAsSent(comparison) ? 'asSent' : 'isChanged')}</p>
      {isMarked && (
        <p className={styles.remark}>
          {t('legend')} <del>{t('onlySent')}</del> <ins>{t('onlyThere')}</ins>
        </p>
      )}
      <dl className={styles.elements}>
        {title !== null && <Element name={t('element.title')} verdict={title.verdict}><Words of={title} there={there.title} /></Element>}
        <Element name={t('element.text')} verdict={text.verdict}><Words of={text} there={there.text} /></Element>
        {teaser !== null && <Element name={t('element.teaser')} verdict={teaser.verdict}><Words of={teaser} there={there.teaser} /></Element>}
        {(mediaCount.sent > 0 || (mediaCount.there ?? 0) > 0) && (
          <Element name={t('element.media')} verdict={mediaCount.verdict}>
            {mediaCount.there !== null && <p>{t('mediaCount', { sent: mediaCount.sent, there: mediaCount.there })}</p>}
          </Element>
        )}
        {altTexts.map((one, place) => (
          // Pictures have no name of their own there but their place.
          <Element key={place} name={t('element.altText', { number: place + 1 })} verdict={one.verdict}><Words of={one} there={there.media?.[place]?.altText} /></Element>
        ))}
        {card !== null && <Element name={t('element.card')} verdict={card.verdict}><CardThere card={card.there} /></Element>}
      </dl>
    </>
  )
}

function Element({ name, verdict, children }: { readonly name: string; readonly verdict: Word; readonly children: ReactNode }): React.JSX.Element {
  const { t } = useTranslation('reality')
  return (
    <div className={styles.element}>
      <dt>
        {name} <Badge tone={tones[verdict]}>{t(`verdict.${verdict}`)}</Badge>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function Words({ of: { pieces }, there }: { readonly of: Difference; readonly there: string | undefined }): React.JSX.Element | null {
  const { t } = useTranslation('reality')
  if (there === undefined) return null
  if (pieces === undefined) return there === '' ? <p className={styles.remark}>{t('empty')}</p> : <p className={styles.text}>{there}</p>
  return (
    <p className={styles.text}>
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return <Mark key={index}>{text}</Mark>
      })}
    </p>
  )
}

function CardThere({ card }: { readonly card: PostThere['card'] }): React.JSX.Element | null {
  const { t } = useTranslation('reality')
  if (card === undefined) return null
  if (card === null) return <p>{t('noCard')}</p>
  return (
    <p className={styles.text}>
      <strong>{card.title}</strong>
      {card.description !== '' && `\n${card.description}`}
      {`\n${card.url}`}
    </p>
  )
}
