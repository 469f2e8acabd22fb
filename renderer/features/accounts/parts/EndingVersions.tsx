import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { endingVersions } from '../../../../shared/networks/api-versions.ts'
import { Banner } from '../../../components/Banner.tsx'
import { useNow } from '../../../shell/use-now.ts'

/** Versions of interfaces that end soon, of networks that have an account here: only a newer Vigie speaks newer ones. */
export function EndingVersions({ accounts }: { readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t, i18n } = useTranslation('accounts')
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' })
  const ending = endingVersions(useNow(), accounts.map(({ networkId }) => networkId))
  return (
    <>
      {ending.map(({ network, name, servesUntil, days }) => (
        <Banner key={network} kind="warning" title={t(days === 0 ? 'version.endedTitle' : 'version.endsTitle', { network, date: day.format(new Date(servesUntil)) })}>
          {t('version.text', { network, name })}
        </Banner>
      ))}
    </>
  )
}
