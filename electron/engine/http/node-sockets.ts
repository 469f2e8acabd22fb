/** Node's own network, loaded with the first call: http and TLS take twenty milliseconds, and no start waits for a call. */
export const nodeSockets = {
  http: () => process.getBuiltinModule('node:http'),
  https: () => process.getBuiltinModule('node:https'),
  net: () => process.getBuiltinModule('node:net'),
  tls: () => process.getBuiltinModule('node:tls'),
  dns: () => process.getBuiltinModule('node:dns')
} as const
