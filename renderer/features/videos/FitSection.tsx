import { useTranslation } from 'react-i18next'
import { planHere, planToFit, type FilmLimits, type FilmPlan } from '../../../shared/media/fit-film.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import { Button } from '../../components/Button.tsx'
import { NoFitWords } from './NoFitWords.tsx'
import { useFilmMachine } from './use-film-machine.ts'
import styles from './VideoEditor.module.css'

export interface FitSectionProps {
  readonly film: VideoItem
  readonly limits: FilmLimits
  /** They are those of a post's networks; else what plays everywhere. */
  readonly isOfPost: boolean
  readonly isWorking: boolean
  readonly onFit: (plan: Extract<FilmPlan, { kind: 'rewrap' | 'convert' }>) => void
}

/** The whole film as an MP4 that its networks take; or why there is none to be had here. */
export function FitSection({ film, limits, isOfPost, isWorking, onFit }: FitSectionProps): React.JSX.Element | null {
  const { t } = useTranslation('videos')
  const machine = useFilmMachine()
  if (machine === null) return null
  const plan = planHere(planToFit(film, limits), film, machine)
  if (plan.kind === 'fits') return null
  if (plan.kind === 'cannot') return <p className={styles.hint}><NoFitWords no={plan} codec={film.videoCodec} /></p>
  return (
    <div className={styles.end}>
      <Button size="small" disabled={isWorking} onClick={() => onFit(plan)}>
        {t(isOfPost ? 'fit.forPost' : 'fit.everywhere')}
      </Button>
      <p className={styles.hint}>{plan.kind === 'rewrap' ? t('fit.rewrapHint') : t('fit.convertHint', { width: plan.target.width, height: plan.target.height })}</p>
    </div>
  )
}
