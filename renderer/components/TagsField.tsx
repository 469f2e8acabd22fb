import { X } from 'lucide-react'
import { memo, useId, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { longestTag } from '../../shared/posts/tags.ts'
import { joinClassNames } from './join-class-names.ts'
import chipStyles from './chips.module.css'
import controlStyles from './control.module.css'
import fieldStyles from './Field.module.css'
import styles from './TagsField.module.css'
import { useTagWriting, type TagWritingProps } from './use-tag-writing.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface TagsFieldProps extends TagWritingProps {
  readonly label: string
  readonly placeholder: string
  readonly hint: string
}

/**
 * Tags as chips with a text behind them: Enter, a comma or leaving the field adds what is written, a pasted list adds all of it, Backspace takes the last one away and the arrows lead to the others.
 * Ctrl+Z in the empty text takes the last change back.
 */
export const TagsField = memo(function TagsField(props: TagsFieldProps): React.JSX.Element {
  const { label, tags, hint, placeholder, isReadOnly } = props
  const { t } = useTranslation('tags')
  const [id, hintId, listId] = [useId(), useId(), useId()]
  const { words, isLeft, said, offered, chosen, input, chips, take, remove, handlers } = useTagWriting(props)
  const isOpen = offered.length > 0

  /** The text keeps the focus. */
  function press(event: MouseEvent, tag: string): void {
    event.preventDefault()
    if (event.button === 0) take(tag)
  }

  return (
    <div className={fieldStyles.field} role="group" aria-label={label}>
      <label className={fieldStyles.label} htmlFor={id}>{label}</label>
      <div className={joinClassNames(controlStyles.control, styles.chips)} data-read-only={isReadOnly ? '' : undefined}>
        {tags.length > 0 && (
          <ul ref={chips} className={styles.list}>
            {tags.map((tag, place) => (
              <li key={tag} className={chipStyles.chip}>
                <span className={chipStyles.name}>{tag}</span>
                {!isReadOnly && (
                  <button type="button" className={chipStyles.remove} tabIndex={-1} aria-label={t('remove', { tag })} onKeyDown={handlers.onChipKey} onClick={() => remove(place)}>
                    <X size={12} aria-hidden />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          className={chipStyles.input}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && chosen >= 0 ? `${listId}-${String(chosen)}` : undefined}
          aria-describedby={hintId}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestTag * 20}
          placeholder={tags.length === 0 ? placeholder : ''}
          readOnly={isReadOnly}
          value={words}
          onChange={handlers.onChange}
          onKeyDown={handlers.onKeyDown}
          onPaste={handlers.onPaste}
          onBlur={handlers.onBlur}
          // Its hint too: what the browser brings into sight is the text alone.
          onFocus={({ currentTarget }) => currentTarget.closest('[role=group]')?.scrollIntoView({ block: 'nearest' })}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('suggested')} className={styles.offered} hidden={!isOpen}>
        {offered.map((tag, place) => (
          <div key={tag} id={`${listId}-${String(place)}`} role="option" tabIndex={-1} aria-selected={place === chosen} className={styles.offer} onMouseDown={(event) => press(event, tag)}>
            {tag}
          </div>
        ))}
      </div>
      {isLeft && <span className={fieldStyles.hint} role="status">{t('notYet', { tag: words.trim() })}</span>}
      <span id={hintId} className={fieldStyles.hint}>{hint}</span>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  )
})
