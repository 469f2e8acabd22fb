/**
 * The practice network's own name. Account rows, addresses of posts and feeds bear it, so they stay right when the server gets another port
 * at the next start. Only the engine can call it, and each practice workspace means its own server by it: no browser finds anything there,
 * so the page shows such addresses itself. Names under `localhost` never leave the computer (RFC 6761, section 6.3).
 */
export const practiceName = 'practice.localhost'
/** A second, smaller server of the same kind, for a client's second account. */
export const secondPracticeName = `atelier.${practiceName}`
export const practiceUrl = `http://${practiceName}`

/** Whether an address lies on the practice network. */
export function isPracticeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { host } = new URL(url)
  return host === practiceName || host === secondPracticeName
}
