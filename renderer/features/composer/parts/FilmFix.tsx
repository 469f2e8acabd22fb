import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { planHere, type FilmPlan } from '../../../../shared/media/fit-film.ts'
import { isVideo } from '../../../../shared/media/media-item.ts'
import { filmLength } from '../../../language/film-length.ts'
import { NoFitWords } from '../../videos/NoFitWords.tsx'
import { useFilmMachine } from '../../videos/use-film-machine.ts'
import { VideoEditButton } from '../../videos/VideoEditButton.tsx'
import { addingStore } from '../adding-store.ts'
import type { ComposerStore } from '../composer-store.ts'
import { filmPlanFor, fitFilm } from '../fit-film.ts'
import { swapPicture } from '../swap-picture.ts'

/** What can be done, on this computer, about a film that a network of the post does not take; nothing where its line says all there is to say. */
export function FilmFix({ workspaceId, store, mediaId }: { readonly workspaceId: string; readonly store: ComposerStore; readonly mediaId: string }): React.JSX.Element | null {
  const { t } = useTranslation('videos')
  const film = useStore(store.state, (now) => (now.kind === 'ready' ? now.media.find(({ id }) => id === mediaId) : undefined))
  const planned = useStore(store.state, (now) => (now.kind === 'ready' ? JSON.stringify(filmPlanFor(now, mediaId)) : 'null'))
  const isUnderWay = useStore(addingStore, ({ files }) => files.some(({ of }) => of === mediaId))
  const machine = useFilmMachine()
  const asked: FilmPlan | null = JSON.parse(planned)
  if (film === undefined || !isVideo(film) || asked === null || machine === null) return null
  const plan = planHere(asked, film, machine)
  if (plan.kind === 'fits') return null
  if (plan.kind !== 'cannot') {
    return (
      <button type="button" disabled={isUnderWay} onClick={() => void fitFilm(workspaceId, store, film, plan)}>
        {isUnderWay ? t('fit.working') : t('fit.one', { name: film.fileName })}
      </button>
    )
  }
  const canBeCut = plan.reason === 'too_long' || plan.reason === 'too_heavy'
  return (
    <>
      {plan.reason !== 'too_long' && <NoFitWords no={plan} codec={film.videoCodec} />}
      {canBeCut && (
        <VideoEditButton
          form="words"
          label={t('fit.cut', { name: film.fileName, length: filmLength(Math.max(1000, plan.maxMs - 500)) })}
          workspaceId={workspaceId}
          item={film}
          altText=""
          endMs={plan.maxMs}
          onMade={(made) => swapPicture(workspaceId, store, film, made)}
        />
      )}
    </>
  )
}
