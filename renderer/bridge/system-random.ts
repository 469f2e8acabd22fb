/** A new version 4 UUID: the page names what it creates, so that a repeated request makes nothing twice. */
export function newId(): string {
  return crypto.randomUUID()
}
