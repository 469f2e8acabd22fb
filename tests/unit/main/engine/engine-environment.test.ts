import { expect, test } from 'vitest'
import { engineEnvironment } from '../../../../electron/main/engine/engine-environment.ts'

test('lets through what a process needs to find its place', () => {
  const own = { HOME: '/home/lea', PATH: '/usr/bin', TZ: 'Europe/Paris', LC_TIME: 'fr_FR.UTF-8', Path: 'C:\\Windows', SystemRoot: 'C:\\Windows' }
  expect(engineEnvironment(own)).toEqual(own)
})

test('keeps out what changes how a process runs, reaches the keychain, or is nobody’s business', () => {
  expect(
    engineEnvironment({
      NODE_OPTIONS: '--require /tmp/evil.js',
      NODE_EXTRA_CA_CERTS: '/tmp/ca.pem',
      ELECTRON_RUN_AS_NODE: '1',
      LD_PRELOAD: '/tmp/evil.so',
      DYLD_INSERT_LIBRARIES: '/tmp/evil.dylib',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus',
      VIGIE_TEST_OPTIONS: '{}',
      GITHUB_TOKEN: 'x',
      HOME: undefined
    })
  ).toEqual({})
})
