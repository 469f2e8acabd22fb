/**
 * Dangerous or untestable acts, each with the one door it may go through. A door is a file; where several processes
 * need the act, each process has its own. Plain data: build/lint/vigie-plugin.ts looks for the acts.
 */
export interface Door {
  /**
   * The act as it is looked for: a global `fetch`, a member `Date.now`, a construction `new Database` (`new Date()` means: without arguments),
   * a module `node:http`, a name from a module `electron#ipcMain`, a property `key:webSecurity`, an element `jsx:webview`.
   */
  readonly act: string
  /** Files or folders (ending in `/`), relative to the root. */
  readonly allowedIn: readonly string[]
  readonly instead: string
}

const CLOCKS = ['electron/engine/time/system-clock.ts', 'electron/main/system-clock.ts', 'renderer/bridge/system-clock.ts']
const RANDOMS = ['electron/engine/system-random.ts', 'electron/main/system-random.ts', 'renderer/bridge/system-random.ts']
const SOCKETS = ['electron/engine/http/', 'electron/engine/practice/', 'electron/main/oauth/loopback-listener.ts']

const many = (acts: readonly string[], allowedIn: readonly string[], instead: string): Door[] => acts.map((act) => ({ act, allowedIn, instead }))

const withoutDoor = (acts: readonly string[], instead: string): Door[] => many(acts, [], instead)

export const DOORS: readonly Door[] = [
  { act: 'shell.openExternal', allowedIn: ['electron/main/security/safe-open-external.ts'], instead: 'call safeOpenExternal, which checks the address' },
  { act: 'electron#ipcMain', allowedIn: ['electron/main/ipc/handle-requests.ts', 'electron/main/main.ts'], instead: 'add the request to shared/contract/request-map.ts' },
  { act: 'electron#ipcRenderer', allowedIn: ['electron/preload/preload.ts'], instead: 'use window.studio, through renderer/bridge/' },
  { act: 'webContents.send', allowedIn: ['electron/main/ipc/push-events.ts'], instead: 'push an event of shared/contract/event-map.ts' },
  { act: 'new Database', allowedIn: ['electron/engine/database/open-database.ts'], instead: 'call openDatabase, which sets the pragmas' },
  ...many(['fetch', 'new XMLHttpRequest', 'new WebSocket', 'new EventSource'], ['electron/engine/http/http-client.ts'], 'use the HttpClient handed in: it holds limits, time-outs and the refusal of private addresses'),
  ...many(['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dns', 'node:dns/promises', 'node:dgram'], SOCKETS, 'use the HttpClient handed in'),
  ...many(['Date.now', 'new Date()', 'performance.now', 'Temporal.Now'], CLOCKS, 'take a Clock as an argument, so that a test can move it'),
  ...many(['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues', 'node:crypto#randomUUID', 'node:crypto#randomBytes'], RANDOMS, 'take a Random as an argument, so that a test is repeatable'),
  ...many(['process.getBuiltinModule'], ['electron/engine/sha256.ts', 'electron/engine/es256.ts', 'electron/engine/system-random.ts', 'electron/engine/http/node-sockets.ts'], 'import the module: only what a start must not wait for is loaded late'),
  { act: 'node:vm', allowedIn: ['electron/engine/launcher/run-with-code-cache.ts'], instead: 'Vigie evaluates no text; its own built files are loaded by require' },
  ...withoutDoor(['node:child_process', 'node:cluster', 'eval', 'new Function'], 'Vigie starts no programs and evaluates no text'),
  ...withoutDoor(
    ['key:webSecurity', 'key:allowRunningInsecureContent', 'key:experimentalFeatures', 'key:enableBlinkFeatures', 'key:allowpopups', 'jsx:webview'],
    'this switch weakens the window: Electron’s default is the only right value'
  )
]
