import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface Track {
  readonly filmId: string
  readonly locale: string
  readonly words: string
  readonly isDefault: boolean
}

/** Subtitles of films, each a file whose name says its language; the same twice stands there twice. Facebook's own, from what it hears, stand among them. */
export function createFilmCaptions(hasFilm: (id: string) => boolean, gone: FakeAnswer) {
  const tracks: Track[] = []
  return {
    /** Film, locale and words of each; `*`: it stands for all languages that have none. */
    held: (): readonly string[] => tracks.map(({ filmId, locale, words, isDefault }) => `${filmId} ${locale}${isDefault ? '*' : ''} ${words}`),
    answer(filmId: string, { method, text }: FakeRequest): FakeAnswer {
      if (!hasFilm(filmId)) return gone
      if (method === 'GET') return ok({ data: [...tracks.filter((track) => track.filmId === filmId).map(({ locale, isDefault }) => ({ locale, is_default: isDefault, is_auto_generated: false })), { locale: 'fr_FR', is_default: false, is_auto_generated: true }] })
      const [, locale = '', words = ''] = /name="captions_file"; filename="[^"]*\.(\w+)\.srt"\r\n(?:[^\r]+\r\n)*\r\n([\s\S]*?)\r\n--/.exec(text) ?? []
      // https://github.com/restfb/restfb/issues/753
      if (locale === '') return { status: 400, json: { error: { message: 'Sorry, the captions file you selected is in a format that we don\'t support.', type: 'OAuthException', code: 385 } } }
      tracks.push({ filmId, locale, words, isDefault: text.includes(`name="default_locale"\r\n\r\n${locale}\r\n`) })
      return ok({ success: true })
    }
  }
}
