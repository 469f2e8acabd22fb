/** A piece of a forum's Markdown. Each sign is read once, however the text is made: a server may answer with anything. */
export interface Piece {
  readonly from: number
  readonly to: number
}

interface PictureInRaw extends Piece {
  readonly altText: string
  /** The same mark shows films: `![its words|video](upload://…)`. */
  readonly isFilm: boolean
}

const address = /[^)\s]*/y

/** `![its words|640x480](upload://…)` */
export function picturesIn(raw: string): readonly PictureInRaw[] {
  const pictures: PictureInRaw[] = []
  let after = 0
  /** Up to here stands an address that nothing closes. */
  let open = 0
  for (let from = raw.indexOf('![', after); from !== -1; from = raw.indexOf('![', after)) {
    const close = raw.indexOf(']', from + 2)
    if (close === -1) break
    after = close + 1
    if (raw[close + 1] !== '(' || close + 2 < open) continue
    address.lastIndex = close + 2
    const end = close + 2 + (address.exec(raw)?.[0].length ?? 0)
    if (raw[end] !== ')') open = end
    else if (end > close + 2) {
      after = end + 1
      const about = raw.slice(from + 2, close)
      pictures.push({ from, to: after, altText: withoutSize(about), isFilm: /\|\s*video\s*$/.test(about.slice(-20)) })
    }
  }
  return pictures
}

/** What people are asked there, which is no part of the words. */
export function pollsIn(raw: string): readonly Piece[] {
  const polls: Piece[] = []
  let after = 0
  for (let from = raw.indexOf('[poll', after); from !== -1; from = raw.indexOf('[poll', after)) {
    const close = raw.indexOf(']', from)
    const end = close === -1 ? -1 : raw.indexOf('[/poll]', close + 1)
    if (end === -1) break
    after = end + '[/poll]'.length
    polls.push({ from, to: after })
  }
  return polls
}

/** Somebody's post that stands above the words; null where none does. */
export function quoteAbove(raw: string): Piece | null {
  if (!raw.startsWith('[quote="')) return null
  const end = raw.indexOf('\n[/quote]')
  return end === -1 ? null : { from: 0, to: end + '\n[/quote]'.length }
}

export function without(raw: string, pieces: readonly Piece[]): string {
  return [...pieces.map(({ from }, place) => raw.slice(pieces[place - 1]?.to ?? 0, from)), raw.slice(pieces.at(-1)?.to ?? 0)].join('')
}

function withoutSize(about: string): string {
  const size = about.indexOf('|', about.lastIndexOf('\n') + 1)
  return size === -1 ? about : about.slice(0, size)
}
