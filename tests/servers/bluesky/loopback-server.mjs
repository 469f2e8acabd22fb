/** What the Bluesky servers of the tests have in common: they listen on loopback only, and end with whoever started them. */
import { createServer, Server } from 'node:net'

/** PDS, PLC and AppView listen on all interfaces; from here on every server of this process listens on loopback. */
export function listenOnLoopback() {
  const listen = Server.prototype.listen
  Server.prototype.listen = function listenThere(...args) {
    if (typeof args[0] === 'number' && typeof args[1] !== 'string') args.splice(1, 0, '127.0.0.1')
    return listen.apply(this, args)
  }
}

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Stops once, with SIGTERM or when the standard input closes, and ends the process, within `patience` ms in any case. */
export function endWith(stop, patience = 2000) {
  let isStopping = false
  const end = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(0), patience).unref()
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.stdin.on('end', end).on('close', end).resume()
}
