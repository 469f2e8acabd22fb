import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { hasLinkTags, linkSourceOf, linkTagNames, nameNetwork, namesNetwork, networkInLink, readLinkTags, sourceAmong, withLinkTags, withoutLinkTags, writeSources, type LinkDefaults, type LinkTags } from '../../../shared/links/link-tags.ts'
import { Button } from '../../components/Button.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useLinkDefaults } from './use-link-defaults.ts'
import styles from './LinkTags.module.css'

export interface LinkTagsFormProps {
  readonly workspaceId: string
  readonly address: string
  /** Those whose readers get it. */
  readonly accounts: readonly Account[]
  /** It goes to one account alone. */
  readonly isOwn: boolean
  /** `sources`: what the client calls the networks that the address leaves open, to be kept with it. */
  readonly onFinish: (address: string, sources: string | null) => void
}

/** The four words of a link, and the very address that readers of each network will get. */
export function LinkTagsForm({ workspaceId, address: before, accounts, isOwn, onFinish }: LinkTagsFormProps): React.JSX.Element {
  const { t } = useTranslation('linkTags')
  const defaults = useLinkDefaults(workspaceId)
  const [written, setWritten] = useState<Partial<LinkTags>>({})
  const isTagged = hasLinkTags(before)
  const tags = { ...(isTagged ? readLinkTags(before) : startFor(defaults, isOwn ? accounts : [])), ...written }
  const address = withLinkTags(before, tags)
  const sources = writeSources(defaults.sources)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    onFinish(address, sources)
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <p className={styles.link}>{withoutLinkTags(before)}</p>
      <div className={styles.fields}>
        {linkTagNames.map((name) => (
          <TextField key={name} label={t(`tag.${name}`)} value={tags[name]} maxLength={100} spellCheck={false} onChange={(value) => setWritten({ ...written, [name]: value })} />
        ))}
      </div>
      {tags.source.includes(networkInLink) && <p className={styles.note}>{t('ofNetwork', { word: networkInLink })}</p>}
      <Addresses address={address} accounts={accounts} sources={sources} />
      <div className={styles.actions}>
        {isTagged && (
          <Button size="small" variant="quiet" onClick={() => onFinish(withoutLinkTags(before), null)}>
            {t('remove')}
          </Button>
        )}
        <Button type="submit" size="small" variant="primary" disabled={address === before}>
          {t('apply')}
        </Button>
      </div>
    </form>
  )
}

/** The final address of each account; those that get the same one stand together. */
function Addresses({ address, accounts, sources }: { readonly address: string; readonly accounts: readonly Account[]; readonly sources: string | null }): React.JSX.Element {
  const { t } = useTranslation('linkTags')
  const byAddress = new Map<string, readonly Account[]>()
  for (const account of accounts) {
    const final = namesNetwork(address) ? nameNetwork(address, sourceAmong(sources, linkSourceOf(account))) : address
    byAddress.set(final, [...(byAddress.get(final) ?? []), account])
  }
  if (accounts.length === 0) byAddress.set(address, [])
  return (
    <section aria-label={t('final')}>
      <h3 className={styles.heading}>{t('final')}</h3>
      <ul className={styles.addresses}>
        {[...byAddress].map(([final, members]) => (
          <li key={final}>
            {[...new Set(members.map(({ networkId }) => networkId))].map((networkId) => (
              <NetworkIcon key={networkId} networkId={networkId} size={14} />
            ))}
            <code>{final}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The text of one account alone says its network by name. */
function startFor({ medium, campaign, sources }: LinkDefaults, [only]: readonly Account[]): LinkTags {
  return { source: only === undefined ? networkInLink : sourceAmong(writeSources(sources), linkSourceOf(only)), medium, campaign, content: '' }
}
