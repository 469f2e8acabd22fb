import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asUserNames } from '../../../../shared/posts/user-names.ts'
import { TextField } from '../../../components/TextField.tsx'

export interface InvitedCollaboratorsProps {
  readonly max: number
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

/** Who is to share the post as theirs, written one behind the other; what is written and invites nobody is named. */
export function InvitedCollaborators({ max, names, onChange }: InvitedCollaboratorsProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  const [written, setWritten] = useState(() => names.map((name) => `@${name}`).join(' '))
  const words = wordsOf(written)
  const left = words.filter((word) => asUserNames([word], 1).every((name) => !names.includes(name)))

  function change(text: string): void {
    setWritten(text)
    onChange(asUserNames(wordsOf(text), max))
  }

  return <TextField label={t('collaborators')} hint={t('collaboratorsHint', { max })} {...(left.length === 0 ? {} : { error: t('collaboratorsLeft', { names: left.join(', ') }) })} value={written} onChange={change} />
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).filter((word) => word !== '' && word !== '@')
}
