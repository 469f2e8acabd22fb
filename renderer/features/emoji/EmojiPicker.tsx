import { Autocomplete } from '@base-ui/react/autocomplete'
import { Apple, Bike, Flag, Hand, Hash, Lightbulb, PartyPopper, PawPrint, Smile } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { Select } from '../../components/Select.tsx'
import type { Icon } from '../../components/icon.ts'
import controlStyles from '../../components/control.module.css'
import { joinClassNames } from '../../components/join-class-names.ts'
import { saveSettings, useStudio } from '../../shell/studio-store.ts'
import { emojiGroups, withTone, type Emoji, type EmojiGroup } from './emoji-catalogue.ts'
import { findEmoji } from './find-emoji.ts'
import { rememberEmoji, useEmoji } from './use-emoji.ts'
import styles from './EmojiPicker.module.css'

export interface EmojiPickerProps {
  readonly onPick: (character: string) => void
}

const columns = 9
/** The place in this list is the tone's number. */
const tones = [['✋', 'none'], ['✋🏻', 'light'], ['✋🏼', 'mediumLight'], ['✋🏽', 'medium'], ['✋🏾', 'mediumDark'], ['✋🏿', 'dark']] as const
const icons: Readonly<Record<EmojiGroup, Icon>> = { smileys: Smile, people: Hand, nature: PawPrint, food: Apple, travel: Bike, activities: PartyPopper, objects: Lightbulb, symbols: Hash, flags: Flag }

/** All emoji by group, or those of a name typed in either language. The cursor stays in the search; the arrows choose, Enter takes. */
export function EmojiPicker({ onPick }: EmojiPickerProps): React.JSX.Element {
  const all = useEmoji()
  return all === null ? <LoadingState /> : <Chooser all={all} onPick={onPick} />
}

function Chooser({ all, onPick }: EmojiPickerProps & { readonly all: readonly Emoji[] }): React.JSX.Element {
  const { t } = useTranslation('emoji')
  const tone = useStudio(({ settings }) => settings.emojiTone)
  const recent = useStudio(({ settings }) => settings.recentEmoji)
  const [query, setQuery] = useState('')
  const [group, setGroup] = useState<EmojiGroup>('smileys')
  const search = useRef<HTMLInputElement | null>(null)
  // The panel was given the focus before its search was there.
  useEffect(() => search.current?.focus(), [])

  const isSearch = query.trim() !== ''
  const shown = isSearch ? findEmoji(all, query) : all.filter((emoji) => emoji.group === group)
  const used = isSearch || group !== 'smileys' ? [] : recent.flatMap((character) => all.find((emoji) => emoji.character === character) ?? [])

  function handlePick(emoji: Emoji): void {
    rememberEmoji(emoji.character)
    onPick(withTone(emoji, tone))
  }

  function handleGroup(chosen: EmojiGroup): void {
    setQuery('')
    setGroup(chosen)
  }

  return (
    <Autocomplete.Root inline open grid mode="none" autoHighlight="always" value={query} onValueChange={(next, { reason }) => reason !== 'item-press' && setQuery(next)} items={[...used, ...shown]} itemToStringValue={({ name }: Emoji) => name}>
      <div className={styles.head}>
        <Autocomplete.Input ref={search} className={joinClassNames(controlStyles.control, styles.search)} aria-label={t('search')} placeholder={t('searchShort')} spellCheck={false} />
        <Select label={t('tone')} isLabelHidden value={String(tone)} onChange={(next) => void saveSettings({ emojiTone: Number(next) })} options={tones.map(([sign, name], place) => ({ value: String(place), label: `${sign} ${t(`tones.${name}`)}` }))} />
      </div>
      <SegmentedControl label={t('groups')} size="small" className={styles.groups ?? ''} value={isSearch ? null : group} onChange={handleGroup} segments={emojiGroups.map((value) => ({ value, label: t(`group.${value}`), icon: icons[value], isIconOnly: true }))} />
      <Autocomplete.List className={styles.list} aria-label={t('results')}>
        {used.length > 0 && <Rows emoji={used} tone={tone} title={t('recent')} id="recent" onPick={handlePick} />}
        {shown.length > 0 && <Rows emoji={shown} tone={tone} title={isSearch ? null : t(`group.${group}`)} id="all" onPick={handlePick} />}
      </Autocomplete.List>
      {shown.length === 0 && <p className={styles.none} role="status">{t('none')}</p>}
    </Autocomplete.Root>
  )
}

interface RowsProps {
  readonly emoji: readonly Emoji[]
  readonly tone: number
  readonly title: string | null
  readonly id: string
  readonly onPick: (emoji: Emoji) => void
}

/** A block of the grid, in rows as the arrows go through them. */
function Rows({ emoji, tone, title, id, onPick }: RowsProps): React.JSX.Element {
  const rows = Array.from({ length: Math.ceil(emoji.length / columns) }, (_, row) => emoji.slice(row * columns, (row + 1) * columns))
  return (
    <div role="rowgroup" aria-label={title ?? undefined}>
      {title !== null && <p className={styles.title} aria-hidden="true">{title}</p>}
      {rows.map((row, place) => (
        <Autocomplete.Row key={`${id} ${String(place)}`} className={styles.row}>
          {row.map((one) => (
            <Autocomplete.Item key={`${id} ${one.character}`} value={one} className={styles.emoji} aria-label={one.name} title={one.name} onClick={() => onPick(one)}>
              {withTone(one, tone)}
            </Autocomplete.Item>
          ))}
        </Autocomplete.Row>
      ))}
    </div>
  )
}
