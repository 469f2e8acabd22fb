import { useTranslation } from 'react-i18next'
import type { FramingRule } from '../../../../shared/networks/network-capabilities.ts'
import type { TextRule } from '../../../../shared/networks/text-rule.ts'
import { countAttachedText } from '../../../../shared/posts/check-attached-text.ts'
import type { Occasion } from '../../../../shared/posts/occasion.ts'
import { asTopic, framingLanguages, longestWarning, type PostButton, type PostFraming, type Quoters, type Reach, type Repliers } from '../../../../shared/posts/post-framing.ts'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { RadioGroup } from '../../../components/RadioGroup.tsx'
import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { AttachedText } from './AttachedText.tsx'
import { InvitedCollaborators } from './InvitedCollaborators.tsx'
import { OccasionFields } from './OccasionFields.tsx'
import { PlaceOfPost, type PlacesAsked } from './PlaceOfPost.tsx'
import { useLanguageNames } from './use-framing-words.ts'
import styles from './PostFraming.module.css'

export interface FramingFormProps extends PlacesAsked {
  readonly rule: FramingRule
  /** How the network counts words. */
  readonly unit: TextRule['unit']
  readonly framing: PostFraming
  /** The client's. */
  readonly timeZone: string
  readonly onChange: (framing: PostFraming) => void
}

/** The choices that a network gives, and none that it does not have. */
export function FramingForm({ rule, unit, framing, timeZone, onChange, workspaceId, askedOf }: FramingFormProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  const { locale } = useFormats()
  const { warning, reaches, language, repliers, topic, attachedText, covered, collaborators } = rule
  return (
    <div className={styles.form}>
      {warning !== undefined && <TextField label={t('warning')} hint={t('warningHint')} maxLength={longestWarning} value={framing.warning ?? ''} onChange={(words) => onChange({ ...framing, warning: words })} />}
      {reaches !== undefined && <RadioGroup<Reach> label={t('reach')} value={framing.reach ?? 'public'} options={reaches.value.map((value) => ({ value, label: t(`reaches.${value}`), hint: t(`reachHint.${value}`) }))} onChange={(reach) => onChange({ ...framing, reach })} />}
      {repliers !== undefined && <RadioGroup<Repliers> label={t('replies')} value={framing.replies ?? 'everybody'} options={repliers.value.map((value) => ({ value, label: capitalised(t(`repliers.${value}`), locale) }))} onChange={(replies) => onChange({ ...framing, replies })} />}
      <QuotersChoice rule={rule} framing={framing} onChange={onChange} />
      {topic !== undefined && <TextField label={t('topic')} hint={t('topicHint', { max: topic.value.max })} value={framing.topic ?? ''} onChange={(words) => onChange({ ...framing, topic: asTopic(words, topic.value) })} />}
      {attachedText !== undefined && <AttachedText max={attachedText.value.max} text={framing.attachedText ?? ''} count={countAttachedText(framing.attachedText ?? '', unit)} onChange={(words) => onChange({ ...framing, attachedText: words })} />}
      {covered !== undefined && <Checkbox label={t('cover')} hint={t('coverHint')} checked={framing.isCovered === true} onChange={(isCovered) => onChange({ ...framing, isCovered })} />}
      <OfAPlace rule={rule} framing={framing} timeZone={timeZone} onChange={onChange} />
      {collaborators !== undefined && <InvitedCollaborators max={collaborators.value.max} names={framing.collaborators ?? []} onChange={(names) => onChange({ ...framing, collaborators: [...names] })} />}
      {rule.place !== undefined && <PlaceOfPost workspaceId={workspaceId} askedOf={askedOf} place={framing.place} onChange={(place) => onChange(place === undefined ? withoutPlace(framing) : { ...framing, place })} />}
      <Disclosures rule={rule} framing={framing} onChange={onChange} />
      {language !== undefined && <LanguageChoice framing={framing} usual={t(reaches === undefined ? 'languageNotGiven' : 'languageAsSet')} onChange={onChange} />}
    </div>
  )
}

/** Whether it is an event or an offer, and what people press below it; an offer has a button of its own. */
function OfAPlace({ rule: { occasions, buttons }, framing, timeZone, onChange }: Pick<FramingFormProps, 'rule' | 'framing' | 'timeZone' | 'onChange'>): React.JSX.Element {
  const { t } = useTranslation('framing')
  return (
    <>
      {occasions !== undefined && <OccasionFields rule={occasions.value} occasion={framing.occasion} timeZone={timeZone} onChange={(occasion) => onChange(withOccasion(framing, occasion))} />}
      {buttons !== undefined && framing.occasion?.kind !== 'offer' && <Select<PostButton> label={t('button')} value={framing.button ?? 'learn_more'} options={buttons.value.map((value) => ({ value, label: t(`buttonNames.${value}`) }))} onChange={(button) => onChange({ ...framing, button })} />}
    </>
  )
}

function withoutPlace({ place: _before, ...framing }: PostFraming): PostFraming {
  return framing
}

/** What the network labels a post with, when it is told, and whom it passes it on to. */
function Disclosures({ rule: { madeWithAi, paidPartnership, passedOn }, framing, onChange }: Pick<FramingFormProps, 'rule' | 'framing' | 'onChange'>): React.JSX.Element {
  const { t } = useTranslation('framing')
  return (
    <>
      {madeWithAi !== undefined && <Checkbox label={t('madeWithAi')} hint={t('madeWithAiHint')} checked={framing.isMadeWithAi === true} onChange={(isMadeWithAi) => onChange({ ...framing, isMadeWithAi })} />}
      {passedOn !== undefined && <Checkbox label={t('passOn')} hint={t('passOnHint')} checked={framing.isPassedOn === true} onChange={(isPassedOn) => onChange({ ...framing, isPassedOn })} />}
      {paidPartnership !== undefined && <Checkbox label={t('partnership')} hint={t('partnershipHint')} checked={framing.isPaidPartnership === true} onChange={(isPaidPartnership) => onChange({ ...framing, isPaidPartnership })} />}
    </>
  )
}

function withOccasion({ occasion: _before, ...framing }: PostFraming, occasion: Occasion | undefined): PostFraming {
  return occasion === undefined ? framing : { ...framing, occasion }
}

/** What stands within a sentence elsewhere, as a choice of its own. */
function capitalised(words: string, locale: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}

const asUsual = 'usual'

/** Of what is for followers alone nobody is asked: nobody quotes it. */
function QuotersChoice({ rule: { quoters }, framing, onChange }: Pick<FramingFormProps, 'rule' | 'framing' | 'onChange'>): React.JSX.Element | null {
  const { t } = useTranslation('framing')
  const { locale } = useFormats()
  const { quotes, ...withoutQuotes } = framing
  if (quoters === undefined || framing.reach === 'followers') return null
  const options = [{ value: asUsual, label: t('languageAsSet') } as const, ...quoters.value.map((value) => ({ value, label: capitalised(t(`quoters.${value}`), locale) }))]
  return <Select<Quoters | typeof asUsual> label={t('quotes')} value={quotes ?? asUsual} options={options} onChange={(value) => onChange(value === asUsual ? withoutQuotes : { ...framing, quotes: value })} />
}

function LanguageChoice({ framing, usual, onChange }: Pick<FramingFormProps, 'framing' | 'onChange'> & { readonly usual: string }): React.JSX.Element {
  const { t } = useTranslation('framing')
  const nameOf = useLanguageNames()
  const { language, ...withoutLanguage } = framing
  const languages = [...new Set([...framingLanguages, ...(language === undefined ? [] : [language])])]
  return <Select label={t('language')} value={language ?? asUsual} options={[{ value: asUsual, label: usual }, ...languages.map((code) => ({ value: code, label: nameOf(code) }))]} onChange={(value) => onChange(value === asUsual ? withoutLanguage : { ...framing, language: value })} />
}
