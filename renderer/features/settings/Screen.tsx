import { useTranslation } from 'react-i18next'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { ClientSettings } from './parts/ClientSettings.tsx'
import { CostSettings } from './parts/CostSettings.tsx'
import { DataSettings } from './parts/DataSettings.tsx'
import { KeychainSettings } from './parts/KeychainSettings.tsx'
import { MediaHostSettings } from './parts/MediaHostSettings.tsx'
import { SafetySettings } from './parts/SafetySettings.tsx'
import { LinkTagsSettings } from '../link-tags/LinkTagsSettings.tsx'
import { BrandSettings } from '../brand/BrandSettings.tsx'
import { PeopleSettings } from '../people/PeopleSettings.tsx'
import { ProxySettings } from '../proxies/ProxySettings.tsx'
import { VoiceSettings } from '../voice/VoiceSettings.tsx'
import { StudioSettings } from './parts/StudioSettings.tsx'
import styles from './Screen.module.css'

/** Settings of the client on screen first, then those of the whole studio. */
export function Screen({ workspace }: ScreenProps<'settings'>): React.JSX.Element {
  const { t } = useTranslation('settings')
  return (
    <ScreenFrame body="page" title={t('title')}>
      <div className={styles.page}>
        <ClientSettings key={workspace.id} workspaceId={workspace.id} />
        <SafetySettings workspaceId={workspace.id} />
        <VoiceSettings key={`voice ${workspace.id}`} workspaceId={workspace.id} />
        <PeopleSettings key={`people ${workspace.id}`} workspaceId={workspace.id} />
        <LinkTagsSettings key={`links ${workspace.id}`} workspaceId={workspace.id} />
        <BrandSettings key={`brand ${workspace.id}`} workspaceId={workspace.id} />
        <CostSettings key={`costs ${workspace.id}`} workspaceId={workspace.id} />
        <MediaHostSettings key={`media ${workspace.id}`} workspaceId={workspace.id} />
        <StudioSettings />
        <KeychainSettings />
        <ProxySettings />
        <DataSettings />
      </div>
    </ScreenFrame>
  )
}
