import { t } from 'i18next'
import { mostMarks } from '../../shared/text/stacked-marks.ts'
import { showToast } from './toaster.ts'

/** Of what was pasted not everything came in. */
export function tellTowers(): void {
  showToast({ kind: 'warning', title: t('components:towers', { most: mostMarks }) })
}
