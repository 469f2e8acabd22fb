import { useTranslation } from 'react-i18next'
import type { NoFit } from '../../../shared/media/fit-film.ts'
import type { VideoCodec } from '../../../shared/media/media-item.ts'
import { filmLength } from '../../language/film-length.ts'

const codecNames: Readonly<Record<VideoCodec, string>> = { avc: 'H.264', hevc: 'HEVC (H.265)', vp8: 'VP8', vp9: 'VP9', av1: 'AV1', other: '?' }

/** Why a film cannot be made to fit, and what helps. */
export function NoFitWords({ no, codec }: { readonly no: NoFit; readonly codec: VideoCodec }): React.JSX.Element | null {
  const { t } = useTranslation('videos')
  switch (no.reason) {
    case 'too_long':
    case 'too_heavy':
      return <span>{t(`fit.no.${no.reason}`, { length: filmLength(no.maxMs) })}</span>
    case 'no_decoder':
      return <span>{codec === 'other' ? t('fit.no.unknown_codec') : t('fit.no.no_decoder', { codec: codecNames[codec] })}</span>
    case 'too_short':
    case 'shape':
    case 'kind':
    case 'no_encoder':
      return <span>{t(`fit.no.${no.reason}`)}</span>
  }
}
