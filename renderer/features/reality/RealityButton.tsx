import { Columns2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import type { RealityDialogProps } from './RealityDialog.tsx'

const RealityDialog = lazy(() => import('./RealityDialog.tsx').then((module) => ({ default: module.RealityDialog })))

/** Opens what was sent beside what the network shows; nothing before anything is out. */
export function RealityButton(props: Omit<RealityDialogProps, 'onClose'>): React.JSX.Element | null {
  const { t } = useTranslation('reality')
  const [isOpen, setOpen] = useState(false)
  if (props.jobs.length === 0) return null
  return (
    <>
      <Button size="small" variant="quiet" icon={Columns2} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RealityDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
