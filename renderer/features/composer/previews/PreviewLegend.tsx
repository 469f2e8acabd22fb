import { ScanEye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { previewElements, previewFactsOf, type Confidence, type Judged, type PreviewElement, type PreviewFacts, type PreviewWidth } from '../../../../shared/networks/preview-facts.ts'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { Popover } from '../../../components/Popover.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { ConfidenceSign } from './Marked.tsx'
import styles from './PreviewBar.module.css'

const confidences: readonly Confidence[] = ['exact', 'approximate', 'network']

/** What the marks in the previews mean, and for each network of the post where it was read, and on which day. */
export function PreviewLegend({ accounts, width }: { readonly accounts: readonly Account[]; readonly width: PreviewWidth }): React.JSX.Element {
  const { t } = useTranslation('previews')
  const networks = useNetworkNames()
  const nameOf = (account: Account): string => (isByHand(account.networkId) ? account.displayName : networks.name(account.networkId))
  // Two accounts of one network are shown alike.
  const shown = [...new Map(accounts.map((account) => [nameOf(account), account]))]
  return (
    <Popover trigger={<Button size="small" variant="quiet" icon={ScanEye}>{t('legend.open')}</Button>} label={t('legend.title')} align="end">
      {/* It scrolls, so keys must be able to reach it. */}
      <div className={styles.legend} tabIndex={0}>
        <dl className={styles.meanings}>
          {confidences.map((confidence) => (
            <div key={confidence}>
              <dt>
                <ConfidenceSign confidence={confidence} /> {t(`confidence.${confidence}`)}
              </dt>
              <dd>{t(`legend.${confidence}`)}</dd>
            </div>
          ))}
        </dl>
        {shown.map(([name, account]) => (
          <section key={name} aria-label={name}>
            <h3>
              <NetworkIcon networkId={account.networkId} size={14} /> {name}
            </h3>
            <FactsList facts={previewFactsOf(account)} width={width} />
          </section>
        ))}
      </div>
    </Popover>
  )
}

function FactsList({ facts, width }: { readonly facts: PreviewFacts; readonly width: PreviewWidth }): React.JSX.Element {
  const { t } = useTranslation('previews')
  const fold = facts.fold?.[width].value
  const wordsOf = (element: PreviewElement): string => {
    if (element !== 'fold' || fold === undefined) return t(`element.${element}`)
    return 'characters' in fold ? t('legend.foldAt', { count: fold.characters }) : t('legend.foldLines', { count: fold.lines })
  }
  return (
    <ul>
      {previewElements.map((element) => {
        const judged = facts.confidence[element]
        return judged === undefined ? null : (
          <li key={element}>
            <ConfidenceSign confidence={judged.value} />
            <span>
              {t('mark', { element: wordsOf(element), confidence: t(`confidence.${judged.value}`) })} <Source judged={judged} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Source({ judged: { source, readOn } }: { readonly judged: Judged }): React.JSX.Element {
  const { t } = useTranslation('previews')
  const formats = useFormats()
  const day = formats.day(Date.parse(`${readOn}T12:00:00Z`), 'UTC')
  return <span className={styles.from}>({source === null ? t('legend.unread') : t('legend.readOn', { host: new URL(source).host, day })})</span>
}
