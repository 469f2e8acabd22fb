/**
 * Only calls addressed to this computer are answered: a page in a browser that was led here by a changed name (DNS rebinding) carries its own
 * name in `Host`.
 */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/**
 * The origin that addresses in answers begin with. Vigie itself calls the network by a name that stays when the port changes, and says so in
 * `X-Forwarded-Host`; other clients get the address they used. null: not ours.
 */
export function chooseBase(headers: Readonly<Record<string, string | undefined>>, port: number, ownName: string): string | null {
  if (!isLoopbackHost(headers['host'], port)) return null
  const forwarded = headers['x-forwarded-host']
  if (forwarded === undefined) return `http://${headers['host']}`
  return forwarded === ownName ? `http://${ownName}` : null
}
