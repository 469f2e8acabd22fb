import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FramingRule } from '../../../../shared/networks/network-capabilities.ts'
import { heldOccasion, longestConditions, longestOccasionTitle, newOccasion, type Occasion, type OccasionKind } from '../../../../shared/posts/occasion.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { TextArea } from '../../../components/TextArea.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'

export interface OccasionFieldsProps {
  readonly rule: NonNullable<FramingRule['occasions']>['value']
  readonly occasion: Occasion | undefined
  /** The client's: no network tells that of the place. */
  readonly timeZone: string
  readonly onChange: (occasion: Occasion | undefined) => void
}

/** An update, an event or an offer; what the latter two have beside the words. */
export function OccasionFields({ rule, occasion, timeZone, onChange }: OccasionFieldsProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  const { number } = useFormats()
  const isFull = (occasion?.conditions ?? '').length >= longestConditions
  const today = toLocalDateTime(useNow(), timeZone).slice(0, 10)

  // A kind that was pressed by mistake takes nothing that was typed with it, as long as the choices are open.
  const held = useRef<Occasion | undefined>(undefined)

  function choose(kind: OccasionKind | 'update'): void {
    held.current = heldOccasion(occasion, held.current)
    onChange(kind === 'update' ? undefined : { ...(held.current ?? newOccasion(kind)), kind })
  }

  return (
    <>
      <SegmentedControl<OccasionKind | 'update'> label={t('occasion')} value={occasion?.kind ?? 'update'} segments={(['update', ...rule.kinds] as const).map((value) => ({ value, label: t(`occasions.${value}`) }))} onChange={choose} />
      {occasion !== undefined && (
        <>
          <TextField label={t('occasionTitle')} hint={t('occasionTitleHint', { max: rule.maxTitle })} maxLength={longestOccasionTitle} value={occasion.title} onChange={(title) => onChange({ ...occasion, title })} />
          <DateTimeField label={t('starts')} hint={t('placeHours')} value={occasion.starts} today={today} onChange={(starts) => onChange({ ...occasion, starts })} />
          <DateTimeField label={t('ends')} value={occasion.ends} today={occasion.starts === '' ? today : occasion.starts.slice(0, 10)} onChange={(ends) => onChange({ ...occasion, ends })} />
        </>
      )}
      {occasion?.kind === 'offer' && (
        <>
          <TextField label={t('coupon')} hint={t('mayBeEmpty')} maxLength={longestOccasionTitle} value={occasion.coupon ?? ''} onChange={(coupon) => onChange({ ...occasion, coupon })} />
          <TextField label={t('redeemAt')} hint={t('redeemAtHint')} type="url" maxLength={2048} value={occasion.redeemAt ?? ''} onChange={(redeemAt) => onChange({ ...occasion, redeemAt })} />
          <TextArea label={t('conditions')} hint={t('mayBeEmpty')} {...(isFull ? { error: t('conditionsFull', { max: number(longestConditions) }) } : {})} rows={2} maxRows={6} maxLength={longestConditions} value={occasion.conditions ?? ''} onChange={(conditions) => onChange({ ...occasion, conditions })} />
        </>
      )}
    </>
  )
}
