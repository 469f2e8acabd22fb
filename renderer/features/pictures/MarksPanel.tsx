import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Brand } from '../../../shared/brand/brand.ts'
import { readableContrast } from '../../../shared/media/colour-contrast.ts'
import { markPlaces, maxMarkWords, type MarkPlace, type PictureLogo, type PictureText } from '../../../shared/media/picture-marks.ts'
import type { PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { SafeAreaName } from '../../../shared/media/safe-areas.ts'
import { smallIconProps } from '../../components/icon.ts'
import { Select } from '../../components/Select.tsx'
import { Switch } from '../../components/Switch.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { SpelledTextArea } from '../spelling/Spelled.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import styles from './PictureEditor.module.css'

export interface MarksPanelProps {
  readonly workspaceId: string
  /** Of the picture that is changed. */
  readonly mediaId: string
  readonly recipe: PictureRecipe
  readonly onRecipe: (recipe: PictureRecipe) => void
  readonly brand: Brand
  /** The logo of the brand is there. */
  readonly hasLogo: boolean
  /** How well the words are read; null: not known. */
  readonly contrast: number | null
  /** Where networks lay something over the words or the logo. */
  readonly covered: readonly SafeAreaName[]
}

/** Words and the client's logo on the picture. */
export function MarksPanel({ workspaceId, mediaId, recipe, onRecipe, brand, hasLogo, contrast, covered }: MarksPanelProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const { text, logo } = recipe
  return (
    <div className={styles.panel}>
      {covered.map((name) => (
        <Remark key={name} text={t(`covered.${name}`)} />
      ))}
      <Switch label={t('words')} checked={text !== null} onChange={(isOn) => onRecipe({ ...recipe, text: isOn ? firstText(brand) : null })} />
      {text !== null && <TextTools workspaceId={workspaceId} mediaId={mediaId} text={text} brand={brand} contrast={contrast} onText={(next) => onRecipe({ ...recipe, text: next })} />}
      <Switch label={t('logo')} {...(hasLogo ? {} : { hint: t('noLogo') })} checked={logo !== null} disabled={!hasLogo} onChange={(isOn) => onRecipe({ ...recipe, logo: isOn && brand.logoId !== null ? { mediaId: brand.logoId, place: 'top_right', size: 0.2, opacity: 1 } : null })} />
      {logo !== null && <LogoTools logo={logo} onLogo={(next) => onRecipe({ ...recipe, logo: next })} />}
    </div>
  )
}

function firstText({ font, colours }: Brand): PictureText {
  return { words: '', place: 'bottom', size: 0.07, font, colour: '#ffffff', background: colours[0] ?? '#000000' }
}

function TextTools({ workspaceId, mediaId, text, brand, contrast, onText }: Pick<MarksPanelProps, 'workspaceId' | 'mediaId'> & { readonly text: PictureText; readonly brand: Brand; readonly contrast: number | null; readonly onText: (text: PictureText) => void }): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const formats = useFormats()
  const isHard = text.words.trim() !== '' && contrast !== null && contrast < readableContrast
  return (
    <>
      <SpelledTextArea workspaceId={workspaceId} scope={mediaId} label={t('wordsLabel')} value={text.words} maxLength={maxMarkWords} rows={2} maxRows={4} onChange={(words) => onText({ ...text, words })} />
      <PlaceSelect label={t('wordsPlace')} value={text.place} onChange={(place) => onText({ ...text, place })} />
      <Range label={t('wordsSize')} min={0.03} max={0.25} step={0.01} value={text.size} onChange={(size) => onText({ ...text, size })} />
      <ColourChoice label={t('wordsColour')} value={text.colour} colours={brand.colours} onChange={(colour) => onText({ ...text, colour: colour ?? '#ffffff' })} />
      <ColourChoice label={t('wordsField')} value={text.background} colours={brand.colours} hasNone onChange={(background) => onText({ ...text, background })} />
      {isHard && <Remark text={t('hardToRead', { contrast: formats.number(Math.round(contrast * 10) / 10) })} />}
    </>
  )
}

function LogoTools({ logo, onLogo }: { readonly logo: PictureLogo; readonly onLogo: (logo: PictureLogo) => void }): React.JSX.Element {
  const { t } = useTranslation('pictures')
  return (
    <>
      <PlaceSelect label={t('logoPlace')} value={logo.place} onChange={(place) => onLogo({ ...logo, place })} />
      <Range label={t('logoSize')} min={0.05} max={0.8} step={0.05} value={logo.size} onChange={(size) => onLogo({ ...logo, size })} />
      <Range label={t('logoOpacity')} min={0.1} max={1} step={0.1} value={logo.opacity} onChange={(opacity) => onLogo({ ...logo, opacity })} />
    </>
  )
}

function PlaceSelect({ label, value, onChange }: { readonly label: string; readonly value: MarkPlace; readonly onChange: (place: MarkPlace) => void }): React.JSX.Element {
  const { t } = useTranslation('pictures')
  return <Select label={label} value={value} options={markPlaces.map((place) => ({ value: place, label: t(`places.${place}`) }))} onChange={onChange} />
}

interface RangeProps {
  readonly label: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
  readonly onChange: (value: number) => void
}

function Range({ label, value, onChange, ...bounds }: RangeProps): React.JSX.Element {
  const formats = useFormats()
  return (
    <label className={styles.tilt}>
      <span>{label}</span>
      <input type="range" {...bounds} value={value} aria-valuetext={formats.percent(value)} onChange={(event) => onChange(Math.round(Number(event.target.value) * 100) / 100)} />
    </label>
  )
}

function Remark({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <p className={styles.remark}>
      <TriangleAlert {...smallIconProps} />
      {text}
    </p>
  )
}
