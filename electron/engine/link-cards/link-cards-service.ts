/** A card as a network whose clients build it is sent: what the preview showed. */
export interface CardToSend {
  readonly url: string
  readonly title: string
  readonly description: string
  readonly pictureId: string | null
}

/** What the other features know of link cards. */
export interface LinkCardsService {
  /** The card of the first link of the text, as far as it is known here: nothing waits for a page. */
  cardOf(text: string): CardToSend | null
  /** To an address that somebody chose, which goes out to the letter: with the name of its site alone where nobody has read its page. */
  cardTo(link: string): CardToSend
  /** The bytes of a card's picture, a JPEG; null when it is no longer kept. */
  picture(pictureId: string): Uint8Array | null
}
