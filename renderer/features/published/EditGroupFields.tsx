import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { capabilitiesFor } from '../../../shared/networks/in-channel.ts'
import type { EditedText } from '../../../shared/published/check-edit.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { Banner } from '../../components/Banner.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { StudioEditor } from '../composer/editor/StudioEditor.tsx'
import { Counter } from '../composer/previews/Counter.tsx'
import { ChangedWords } from './ChangedWords.tsx'
import { EditAccount } from './EditAccount.tsx'
import { problemThere, type EditGroup } from './edit-groups.ts'
import styles from './EditDialog.module.css'

export interface EditGroupFieldsProps {
  readonly group: EditGroup
  readonly edited: EditedText
  /** It is the only account there is. */
  readonly isAlone: boolean
  /** Other accounts say something else. */
  readonly isOneOfSeveral: boolean
  readonly isHeld: boolean
  readonly left: ReadonlySet<string>
  readonly timeZone: string
  readonly refused: ReadonlyMap<string, StudioError>
  readonly onChoose: (jobId: string, isChosen: boolean) => void
  readonly onChange: (edited: EditedText) => void
}

/** The new words for the accounts on which the same words stand, with before and after, and what each of their networks takes. */
export function EditGroupFields({ group, edited, isAlone, isOneOfSeveral, isHeld, left, timeZone, refused, onChoose, onChange }: EditGroupFieldsProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const formats = useFormats()
  const names = useNetworkNames()
  const { parts, begin } = group
  const isChanged = parts.some((part) => problemThere(part, edited) !== 'same_words')
  const [isGoneOnWith] = useState(isChanged)
  const where = formats.list(parts.map(({ account }) => account.handle))
  const label = isOneOfSeveral ? t('edit.wordsOn', { accounts: where }) : t('edit.words')
  const formatting = parts.some(({ account }) => capabilitiesOf(account.networkId).richText)
  const [only] = parts
  return (
    <section className={styles.group} aria-label={isOneOfSeveral ? where : t('edit.where')}>
      {isGoneOnWith && <p className={styles.remark}>{t('edit.goneOnWith')}</p>}
      {parts.map(({ jobId, account, sent, otherThere, isBlind }) => {
        const network = names.inSentence(account.networkId)
        const { titleStays } = capabilitiesFor(account).edit
        return (
          <div key={jobId} className={styles.warnings}>
            {isBlind && <Banner kind="warning" title={t('edit.blind', { network })} />}
            {otherThere !== null && <Banner kind="warning" title={t('edit.otherThere')}>{t('edit.sentWas')}</Banner>}
            {otherThere !== null && <ChangedWords before={otherThere.before} after={otherThere.after} />}
            {titleStays !== undefined && sent.title !== '' && <p>{t(`edit.titleStays.${titleStays.value}`, { network, title: sent.title })}</p>}
          </div>
        )
      })}
      {parts.some(({ hasTitle }) => hasTitle) && <TextField label={t('edit.titleLabel')} value={edited.title} maxLength={300} onChange={(title) => onChange({ ...edited, title })} />}
      <div className={styles.section}>
        <div className={styles.writing}>
          <StudioEditor documentKey={group.key} document={edited.document} label={label} placeholder={t('edit.placeholder')} isEditable isHeld={isHeld} {...(formatting ? { formatting: everywhere } : {})} findMarks={noMarks} onChange={(document) => onChange({ ...edited, document })} onFiles={noFiles} />
        </div>
        {isAlone && only !== undefined && <Counter account={only.account} document={edited.document} hasMedia={only.sent.media.length > 0} framing={only.sent.framing} />}
      </div>
      <section className={styles.section} aria-label={isOneOfSeveral ? t('edit.compareOn', { accounts: where }) : t('edit.compare')}>
        <h3 className={styles.heading}>{t('edit.compare')}</h3>
        <p className={styles.problem} role="status">{isChanged ? '' : t('edit.problem.same_words')}</p>
        <Compared before={documentToText(begin.document)} after={documentToText(edited.document)} />
      </section>
      <ul className={styles.accounts} aria-label={t('edit.where')}>
        {parts.map((part) => (
          <EditAccount key={part.jobId} part={part} edited={edited} isAlone={isAlone} isChosen={!left.has(part.jobId)} timeZone={timeZone} refused={refused.get(part.jobId) ?? null} onChoose={(isChosen) => onChoose(part.jobId, isChosen)} />
        ))}
      </ul>
    </section>
  )
}

function Compared({ before, after }: { readonly before: string; readonly after: string }): React.JSX.Element | null {
  return before === after ? null : <ChangedWords before={before} after={after} />
}

const everywhere = { onlyOn: null }
const noMarks = (): readonly never[] => []
/** Pictures stay as they are. */
const noFiles = (): void => undefined
