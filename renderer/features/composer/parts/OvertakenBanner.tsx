import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../bridge/system-random.ts'
import { Banner } from '../../../components/Banner.tsx'
import { Button } from '../../../components/Button.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { navigate } from '../../../shell/route-store.ts'
import type { ComposerStore } from '../composer-store.ts'
import type { Overtaken } from '../overtaken.ts'

export interface OvertakenBannerProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly overtaken: Overtaken
}

/** Says what happened elsewhere to the post in hand, and keeps what was written from being lost. */
export const OvertakenBanner = memo(function OvertakenBanner({ workspaceId, store, overtaken }: OvertakenBannerProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [isBusy, setBusy] = useState(false)

  async function handleKeep(): Promise<void> {
    const postId = newId()
    setBusy(true)
    const error = await store.keepAsNew(postId)
    setBusy(false)
    if (error) showFailure(error, workspaceId)
    else navigate({ screen: 'compose', workspaceId, postId, at: null })
  }

  const actions = (
    <>
      <Button size="small" disabled={isBusy} onClick={() => void handleKeep()}>
        {t('overtaken.keep')}
      </Button>
      {overtaken.kind !== 'gone' && (
        <Button size="small" variant="quiet" onClick={() => void store.load()}>
          {t('overtaken.show')}
        </Button>
      )}
    </>
  )
  return (
    <Banner shape="strip" kind="warning" title={titleOf(overtaken, t)} actions={actions}>
      {t(`overtaken.text.${overtaken.kind}`)}
    </Banner>
  )
})

function titleOf(overtaken: Overtaken, t: (key: `overtaken.gone.${Extract<Overtaken, { kind: 'gone' }>['reason']}` | `overtaken.movedOn.${Extract<Overtaken, { kind: 'moved_on' }>['status']}` | 'overtaken.changed') => string): string {
  switch (overtaken.kind) {
    case 'gone':
      return t(`overtaken.gone.${overtaken.reason}`)
    case 'moved_on':
      return t(`overtaken.movedOn.${overtaken.status}`)
    case 'changed':
      return t('overtaken.changed')
  }
}
