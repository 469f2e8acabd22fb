import { CirclePause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { holdOf } from '../../shell/hold-actions.ts'
import { openOverlay } from '../../shell/overlay-store.ts'
import { useStudio } from '../../shell/studio-store.ts'

/** Where everything about to leave is listed, one looks for what stops it. While it is stopped, the banner above has the way back. */
export function HoldButton({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('safety')
  const isHeld = useStudio((state) => holdOf(state.holds, workspaceId) !== null)
  if (isHeld) return null
  return (
    <Button size="small" icon={CirclePause} shortcut="mod+shift+h" onClick={() => openOverlay('hold')}>
      {t('hold.command')}
    </Button>
  )
}
