import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CategoriesRule } from '../../../../shared/networks/network-capabilities.ts'
import type { Category, CategoryInTree } from '../../../../shared/posts/categories.ts'
import chipStyles from '../../../components/chips.module.css'
import controlStyles from '../../../components/control.module.css'
import { Field, type FieldTexts } from '../../../components/Field.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { joinClassNames } from '../../../components/join-class-names.ts'
import listStyles from '../../../components/listbox.module.css'
import styles from './CategoriesField.module.css'

export interface CategoriesFieldProps extends FieldTexts {
  readonly chosen: readonly Category[]
  /** What people call them there. */
  readonly are: CategoriesRule['are']
  /** So many at most: where it is one, another takes its place. */
  readonly most: number
  /** All that may be chosen, in the order of the site's own tree. */
  readonly tree: readonly CategoryInTree[]
  /** What is said where there is nothing to choose from, or nothing is found. */
  readonly empty: string
  /** Of the chosen ones, those that are no longer there. */
  readonly gone: readonly Category[]
  readonly onOpen: () => void
  readonly onChange: (chosen: readonly Category[]) => void
}

/** Deeper ones stand no further in. */
const deepest = 4
/** So many rows at once; typing narrows further. */
const mostShown = 200

/** Several of many, found by typing, as chips: the arrows go through the list as the site's own tree has it, Enter takes one or gives it back, Backspace takes the last one away. */
export function CategoriesField({ chosen, are, most, tree, empty, gone, onOpen, onChange, ...texts }: CategoriesFieldProps): React.JSX.Element {
  const { t } = useTranslation('categories')
  const { t: ofComponents } = useTranslation('components')
  // What is chosen may no longer be in the tree, and has to be there to be taken away.
  const items = chosen.map((one) => tree.find(({ id }) => id === one.id) ?? { ...one, depth: 0, above: [] })
  return (
    <Field {...texts}>
      <BaseCombobox.Root<CategoryInTree, true>
        multiple
        items={tree}
        value={items}
        // Escape closes the list; a second one would take all away.
        onValueChange={(next, { reason }) => (reason === 'escape-key' ? undefined : onChange(next.slice(-most).map(({ id, name }) => ({ id, name }))))}
        onOpenChange={(isOpen) => (isOpen ? onOpen() : undefined)}
        isItemEqualToValue={(one, other) => one.id === other.id}
        itemToStringLabel={({ name, above }) => [...above, name].join(' › ')}
        limit={mostShown}
        autoHighlight
      >
        <BaseCombobox.InputGroup className={joinClassNames(controlStyles.control, styles.group)}>
          <BaseCombobox.Chips className={styles.chips}>
            {items.map(({ id, name }) => (
              <BaseCombobox.Chip key={id} className={chipStyles.chip} data-gone={gone.some((one) => one.id === id) ? '' : undefined}>
                <span className={chipStyles.name}>{name}</span>
                <BaseCombobox.ChipRemove className={chipStyles.remove} aria-label={t(`${are}.remove`, { name })}>
                  <X size={12} aria-hidden />
                </BaseCombobox.ChipRemove>
              </BaseCombobox.Chip>
            ))}
            <BaseCombobox.Input className={chipStyles.input} placeholder={chosen.length === 0 ? t(`${are}.placeholder`) : ''} spellCheck={false} />
          </BaseCombobox.Chips>
          <BaseCombobox.Trigger className={controlStyles.groupButton} aria-label={ofComponents('openList')}>
            <ChevronsUpDown {...smallIconProps} />
          </BaseCombobox.Trigger>
        </BaseCombobox.InputGroup>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner className={listStyles.positioner} sideOffset={4}>
            <BaseCombobox.Popup className={joinClassNames(listStyles.popup, styles.popup)}>
              <BaseCombobox.Empty className={listStyles.empty}>{empty}</BaseCombobox.Empty>
              <BaseCombobox.List>{(item: CategoryInTree) => <Row key={item.id} item={item} />}</BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
    </Field>
  )
}

function Row({ item }: { readonly item: CategoryInTree }): React.JSX.Element {
  const { name, depth, above } = item
  return (
    <BaseCombobox.Item value={item} className={joinClassNames(listStyles.item, styles.row)} data-depth={Math.min(depth, deepest)}>
      <span className={listStyles.text}>
        {name}
        {depth > 0 && <span className={listStyles.detail}>{above.join(' › ')}</span>}
      </span>
      <BaseCombobox.ItemIndicator className={listStyles.mark}>
        <Check {...smallIconProps} />
      </BaseCombobox.ItemIndicator>
    </BaseCombobox.Item>
  )
}
