import { useTranslation } from 'react-i18next'
import type { TermsRule } from '../../../../shared/networks/terms-rule.ts'
import { labelledAsAi, type PostTerms } from '../../../../shared/posts/post-terms.ts'
import { Switch } from '../../../components/Switch.tsx'

export interface MadeWithAiProps {
  readonly rule: TermsRule
  readonly terms: PostTerms
  readonly network: string
  readonly onChange: (terms: PostTerms) => void
}

/** Whether the network labels the film as made with AI: off until somebody says so, nothing where it has no such label. */
export function MadeWithAi({ rule, terms, network, onChange }: MadeWithAiProps): React.JSX.Element | null {
  const { t } = useTranslation('terms')
  if (rule.madeWithAi === undefined) return null
  return <Switch label={t('madeWithAi')} hint={t('madeWithAiHint', { network })} checked={terms.isMadeWithAi === true} onChange={(is) => onChange(labelledAsAi(terms, is))} />
}
