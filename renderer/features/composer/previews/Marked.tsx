import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Confidence, PreviewElement } from '../../../../shared/networks/preview-facts.ts'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { usePreviewFacts } from './preview-setting.ts'
import styles from './Marked.module.css'

/** One element of a preview with the mark of how far it can be believed, in the margin beside it. */
export function Marked({ element, children }: { readonly element: PreviewElement; readonly children: ReactNode }): React.JSX.Element {
  return (
    <div className={styles.marked} data-element={element}>
      {children}
      <Mark element={element} />
    </div>
  )
}

/** A dot for what is exact, a ring for what is near it, a hatch for what the network decides. The legend says it in sentences. */
export const Mark = memo(function Mark({ element }: { readonly element: PreviewElement }): React.JSX.Element | null {
  const { t } = useTranslation('previews')
  const confidence = usePreviewFacts().confidence[element]?.value
  if (confidence === undefined) return null
  const words = t('mark', { element: t(`element.${element}`), confidence: t(`confidence.${confidence}`) })
  return (
    <span className={styles.mark} data-confidence={confidence} title={words}>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
})

/** The sign alone, beside the words that it stands for. */
export function ConfidenceSign({ confidence }: { readonly confidence: Confidence }): React.JSX.Element {
  return <span className={styles.mark} data-confidence={confidence} aria-hidden="true" />
}
