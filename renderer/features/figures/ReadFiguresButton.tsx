import { ChartNoAxesColumn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { FiguresOfPost } from '../../../shared/figures/figures-of-post.ts'
import { readingPriceOf } from '../../../shared/figures/reading-price.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useFormats } from '../../language/use-formats.ts'

export interface ReadFiguresButtonProps {
  readonly workspaceId: string
  readonly postId: string
  readonly figures: readonly FiguresOfPost[]
  readonly accounts: readonly Account[]
}

/** Reads a post's figures now, with what that costs on its face; nothing where no network tells any, or none when it is asked. */
export function ReadFiguresButton({ workspaceId, postId, figures, accounts }: ReadFiguresButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const [isReading, setIsReading] = useState(false)
  if (figures.every(({ told }) => told !== undefined)) return null
  const price = figures.reduce((sum, { accountId }) => sum + readingPriceOf(accounts.find(({ id }) => id === accountId)), 0)

  async function read(): Promise<void> {
    setIsReading(true)
    const answer = await studio.request('figures.read', { workspaceId, postId })
    setIsReading(false)
    if (!answer.ok) showFailure(answer.error, workspaceId)
    else for (const { error } of answer.value.failures.slice(0, 1)) showFailure(error, workspaceId)
  }

  return (
    <Button size="small" variant="quiet" icon={ChartNoAxesColumn} busy={isReading} onClick={() => void read()}>
      {price === 0 ? t('readNow') : t('readNowFor', { amount: formats.dollars(price) })}
    </Button>
  )
}
