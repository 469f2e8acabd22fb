import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useTranslation } from 'react-i18next'
import { clientColours, type ClientColour } from '../../shared/workspaces/workspace.ts'
import { Field } from './Field.tsx'
import { monogramOf } from './monogram.ts'
import styles from './ColourPicker.module.css'

export interface ColourPickerProps {
  readonly value: ClientColour
  readonly onChange: (colour: ClientColour) => void
  /** The client's name, for the monogram in the colour. */
  readonly name: string
}

/** The twelve client colours, each shown as the client's own mark. */
export function ColourPicker({ value, onChange, name }: ColourPickerProps): React.JSX.Element {
  const { t } = useTranslation('components')
  return (
    <Field label={t('colour')} hint={t('colourHint')} kind="group">
      <RadioGroup<ClientColour> className={styles.colours} value={value} onValueChange={onChange}>
        {clientColours.map((colour) => (
          <Radio.Root key={colour} value={colour} nativeButton render={<button type="button" />} className={styles.colour} data-client={colour} aria-label={t(`clientColours.${colour}`)} title={t(`clientColours.${colour}`)}>
            <span aria-hidden="true">{name.trim() === '' ? '' : monogramOf(name)}</span>
          </Radio.Root>
        ))}
      </RadioGroup>
    </Field>
  )
}
