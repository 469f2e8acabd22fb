import { useTranslation } from 'react-i18next'
import { costOfText } from '../../../shared/costs/post-cost.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { EditedText } from '../../../shared/published/check-edit.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import type { PartThere } from './edit-groups.ts'
import { useNow } from '../../shell/use-now.ts'
import styles from './EditDialog.module.css'

export interface EditTermsProps {
  readonly part: PartThere
  readonly edited: EditedText
  readonly timeZone: string
}

/** Until when a network lets words be changed, and what it asks for that; nothing where neither is so. */
export function EditTerms({ part: { account, editUntil }, edited, timeZone }: EditTermsProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const formats = useFormats()
  const names = useNetworkNames()
  const now = useNow()
  const capabilities = capabilitiesOf(account.networkId)
  const network = names.name(account.networkId)
  const cost = capabilities.edit.makesAnother === undefined ? null : costOfText(documentToText(edited.document), capabilities)
  if (editUntil === undefined && cost === null) return null
  return (
    <p className={styles.remark}>
      {editUntil !== undefined && <span>{t(editUntil > now ? 'edit.until' : 'edit.over', { network, when: formats.time(editUntil, timeZone) })} </span>}
      {cost !== null && <span>{t(cost.hasLink ? 'edit.priceWithLink' : 'edit.price', { network, amount: formats.dollars(cost.mills) })}</span>}
    </p>
  )
}
