let segmenter: Intl.Segmenter | undefined

/** Where a text can be cut so that nobody is interrupted: behind the space after each sentence. Never at its own end. */
export function sentenceEnds(text: string): readonly number[] {
  segmenter ??= new Intl.Segmenter('fr', { granularity: 'sentence' })
  return [...segmenter.segment(text)].map(({ index }) => index).filter((index) => isBehindSpace(text, index) && !endsShort(text.slice(0, index)))
}

/** Behind each space. */
export function wordEnds(text: string): readonly number[] {
  return [...text.matchAll(/\s+/gu)].map(({ 0: space, index }) => index + space.length).filter((index) => index < text.length && isBehindSpace(text, index))
}

/** A no-break space holds together what it stands between. */
function isBehindSpace(text: string, index: number): boolean {
  return index > 0 && /[ \n\t]/.test(text.charAt(index - 1)) && text.slice(0, index).trim() !== ''
}

/** `M. Dupont` and `cf. plus bas` go on. */
function endsShort(text: string): boolean {
  return /(?:^|[\s(«"'’])(?:\p{Lu}|M|MM|Mme|Mlle|Dr|Pr|Mr|Mrs|Ms|St|Ste|cf|p|pp|n|vol|env|ex|av|apr|no|vs)\.\s+$/u.test(text)
}
