import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screens.tsx'

export function Screen(_props: ScreenProps<'calendar'>) {
  const { t } = useTranslation('shell')
  return (
    <ScreenFrame title={t('screens.calendar')}>
      <EmptyState title={t('comingTitle')} />
    </ScreenFrame>
  )
}
