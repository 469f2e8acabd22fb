import { t } from 'i18next'

export interface LabelledAccount {
  readonly displayName: string
  readonly handle: string
  /** Its name stands on what it published, and it is marked as removed. */
  readonly isRemoved?: true | undefined
}

/** An account in one line of plain text: `Quai des Cafés (@quai@mastodon.example)`. */
export function accountLabel({ displayName, handle, isRemoved }: LabelledAccount): string {
  const label = displayName === '' || displayName === handle ? handle : `${displayName} (${handle})`
  return isRemoved === true ? t('components:removedAccount', { account: label }) : label
}
