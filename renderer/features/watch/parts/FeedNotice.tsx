import { useTranslation } from 'react-i18next'
import type { Feed } from '../../../../shared/watch/feed.ts'
import { isUnencryptedAddress } from '../../../../shared/watch/feed-address.ts'
import { Banner } from '../../../components/Banner.tsx'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { feedReading } from '../feed-reading.ts'

/** What has to be known of the feed whose items are listed: that it cannot be read at the moment, and that nothing protects it on its way. */
export function FeedNotice({ feed }: { readonly feed: Feed }): React.JSX.Element {
  const { t } = useTranslation('watch')
  const isOnline = useStudio((state) => state.connectivity.state === 'online')
  const reading = feedReading(feed, isOnline)
  const texts = useErrorTexts(reading.kind === 'failing' ? reading.error : null)
  return (
    <>
      {texts && (
        <Banner kind="warning" shape="strip" title={t('reading.failing')}>
          {texts.what} {texts.next}
        </Banner>
      )}
      {isUnencryptedAddress(feed.url) && (
        <Banner kind="info" shape="strip" title={t('unencrypted')}>
          {t('unencryptedText')}
        </Banner>
      )}
    </>
  )
}
