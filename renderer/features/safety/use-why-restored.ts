import { useTranslation } from 'react-i18next'
import type { HeldScope } from '../../../shared/contract/studio.contract.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { useFormats } from '../../language/use-formats.ts'

/** What happened to the client's data, in one or two sentences; empty for a hold that somebody pressed. */
export function useWhyRestored({ restored }: HeldScope, client: Workspace | undefined): string {
  const { t } = useTranslation('safety')
  const { dayAndTime } = useFormats()
  if (restored === null) return ''
  const { cause, restoredTo } = restored
  if (cause === 'other_computer' || cause === 'moved') return t(`restored.why.${cause}`)
  return restoredTo === null ? t(`restored.why.${cause}_unknown`) : t(`restored.why.${cause}`, { when: dayAndTime(restoredTo, client?.timeZone) })
}
