import { Moon, Monitor, Smartphone, Sun, SunMoon } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PreviewWidth } from '../../../../shared/networks/preview-facts.ts'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { changePreviewLook, usePreviewLook, type PreviewLook } from './preview-setting.ts'
import { PreviewLegend } from './PreviewLegend.tsx'
import styles from './PreviewBar.module.css'

/** How the previews are looked at: light or dark, how wide, and how far they can be believed. */
export const PreviewBar = memo(function PreviewBar({ accounts }: { readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t } = useTranslation('previews')
  const { theme, width } = usePreviewLook()
  return (
    <div className={styles.bar} role="group" aria-label={t('look')}>
      <SegmentedControl<PreviewLook['theme']>
        size="small"
        label={t('theme.title')}
        value={theme}
        onChange={(next) => changePreviewLook({ theme: next })}
        segments={[
          { value: 'studio', label: t('theme.studio'), icon: SunMoon, isIconOnly: true },
          { value: 'light', label: t('theme.light'), icon: Sun, isIconOnly: true },
          { value: 'dark', label: t('theme.dark'), icon: Moon, isIconOnly: true }
        ]}
      />
      <SegmentedControl<PreviewWidth>
        size="small"
        label={t('width.title')}
        value={width}
        onChange={(next) => changePreviewLook({ width: next })}
        segments={[
          { value: 'desktop', label: t('width.desktop'), icon: Monitor, isIconOnly: true },
          { value: 'phone', label: t('width.phone'), icon: Smartphone, isIconOnly: true }
        ]}
      />
      <PreviewLegend accounts={accounts} width={width} />
    </div>
  )
})
