/** Whether a text is a web address and nothing else. */
export function isAddressAlone(text: string): boolean {
  const written = text.trim()
  return /^https?:\/\/\S+$/.test(written) && URL.canParse(written)
}
