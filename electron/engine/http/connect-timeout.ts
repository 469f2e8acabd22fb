/** The code of the error for a server, or a proxy before it, that did not take the connection in time. */
export const connectTimeoutCode = 'VIGIE_CONNECT_TIMEOUT'

export function connectTimedOut(): Error {
  return Object.assign(new Error('no connection in time'), { code: connectTimeoutCode })
}
