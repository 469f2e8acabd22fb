import { useTranslation } from 'react-i18next'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { SnippetsButton } from '../../snippets/SnippetsButton.tsx'
import { fieldAsPlace, type TextField } from '../replace-in-field.ts'

interface ReplySnippetsProps {
  readonly workspaceId: string
  readonly field: TextField
  readonly write: (text: string) => void
  /** Whom the answer is for. */
  readonly person: string
  /** What they wrote, which tells the language. */
  readonly around: string
}

/** Saved texts and hashtags for the answer in hand. */
export function ReplySnippets({ workspaceId, field, write, person, around }: ReplySnippetsProps): React.JSX.Element | null {
  const { i18n } = useTranslation()
  const { locale } = useFormats()
  const workspace = useWorkspace(workspaceId)
  if (workspace === undefined) return null
  return (
    <SnippetsButton
      workspaceId={workspaceId}
      place={fieldAsPlace(field, write)}
      factsNow={() => ({
        client: workspace.name,
        plannedFor: null,
        today: toLocalDateTime(currentInstant(), workspace.timeZone).slice(0, 10),
        link: null,
        person,
        around: `${field.current?.value ?? ''}\n${around}`,
        language: i18n.resolvedLanguage === 'fr' ? 'fr' : 'en',
        locale
      })}
    />
  )
}
