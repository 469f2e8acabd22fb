import { t } from 'i18next'
import { showToast } from '../../../../components/toaster.ts'
import { struckWordsOf } from './clean-pasted-html.ts'

/** Of a long text the beginning is enough to find it again. */
const shown = 120

/** What was struck out where it was copied does not come in; that is said, with its words. */
export function tellStruckWords(html: string): void {
  const words = struckWordsOf(html)
  if (words !== '') showToast({ title: t('composer:struckLeft'), detail: t('composer:struckWords', { words: words.length > shown ? `${words.slice(0, shown)}…` : words }) })
}
