import type { Catalogue } from '../catalogue.ts'
import type { sharedAccount as english } from '../en/shared-account.ts'

export const sharedAccount: Catalogue<typeof english> = {
  title: '{{handle}} est déjà connecté chez {{clients}}',
  text: 'Ce qui part pour {{client}} avec ce compte paraît sur le compte de {{clients}}, et ses commentaires arrivent chez les deux.',
  other: 'Vous en vouliez un autre ? Le navigateur y est encore connecté : déconnectez-vous-y, puis recommencez.',
  keep: 'Garder chez les deux',
  remove: 'Retirer de {{client}}…'
}
