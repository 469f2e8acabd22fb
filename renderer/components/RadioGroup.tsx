import { Radio } from '@base-ui/react/radio'
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group'
import { useId, type ReactNode } from 'react'
import { Field, type FieldTexts } from './Field.tsx'
import choiceStyles from './choice.module.css'
import styles from './RadioGroup.module.css'

export interface RadioOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export interface RadioGroupProps<Value extends string> extends FieldTexts {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly RadioOption<Value>[]
  readonly disabled?: boolean
  readonly orientation?: 'vertical' | 'horizontal'
}

/** One of a few, all in sight; for more than six use `Select`. */
export function RadioGroup<Value extends string>({ value, onChange, options, disabled, orientation = 'vertical', ...texts }: RadioGroupProps<Value>) {
  const prefix = useId()
  return (
    <Field {...texts} kind="group" disabled={disabled}>
      <BaseRadioGroup<Value> className={styles.group} data-orientation={orientation} value={value} onValueChange={onChange}>
        {options.map((option) => (
          <label key={option.value} className={choiceStyles.row} data-disabled={option.disabled === true ? '' : undefined}>
            <Radio.Root
              value={option.value}
              nativeButton
              render={<button type="button" />}
              className={choiceStyles.box}
              data-shape="round"
              disabled={option.disabled ?? false}
              // By its own words: else the group's label would name them all alike.
              aria-labelledby={`${prefix}-${option.value}-label`}
              aria-describedby={option.hint === undefined ? undefined : `${prefix}-${option.value}`}
            >
              <Radio.Indicator className={styles.mark} />
            </Radio.Root>
            <span className={choiceStyles.texts}>
              <span id={`${prefix}-${option.value}-label`}>{option.label}</span>
              {option.hint === undefined ? null : (
                <span className={choiceStyles.hint} id={`${prefix}-${option.value}`}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </BaseRadioGroup>
    </Field>
  )
}
