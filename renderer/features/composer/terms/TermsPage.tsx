import { ExternalLink } from 'lucide-react'
import { Button } from '../../../components/Button.tsx'
import { openExternal } from '../../../shell/studio-actions.ts'

/** A page of the network's own that says what is agreed to, or asked. */
export function TermsPage({ url, children }: { readonly url: string; readonly children: string }): React.JSX.Element {
  return (
    <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void openExternal(url)}>
      {children}
    </Button>
  )
}
