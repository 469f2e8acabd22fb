import type { Account } from '../accounts/account.ts'
import { linkSourceOf } from '../links/link-tags.ts'
import { nameNetworkInLinks } from '../links/name-network-in-links.ts'
import { namePeople } from '../people/name-people.ts'
import type { RichDocument } from './rich-document.ts'

/** A text as this account's readers get it: people by their names there, links with the name of the network. */
export function documentForAccount(document: RichDocument, account: Pick<Account, 'id' | 'networkId' | 'remoteId'>): RichDocument {
  return nameNetworkInLinks(namePeople(document, account.networkId), linkSourceOf(account))
}
