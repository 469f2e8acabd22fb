/**
 * What electron-builder makes of out/. Releases take the official Electron of package.json. Where that is out of reach, build/tasks/package-app.ts
 * sets VIGIE_PACK_ELECTRON (folder and version of the runtime carried by npm): good for trying the package, never for a release.
 */
import type { Configuration } from 'electron-builder'
import { afterPack } from './package/after-pack.ts'

const [runtimeFolder, runtimeVersion] = (process.env['VIGIE_PACK_ELECTRON'] ?? '').split('|')

const config: Configuration = {
  appId: 'invalid.example.vigie',
  productName: 'Vigie', // no space: it names /opt/Vigie, and Chromium's sandbox helper splits a path at spaces
  copyright: 'Copyright © 2026 Vigie contributors',
  directories: { output: 'dist', buildResources: 'build/package' },
  files: [
    'out/**',
    '!out/.built-from',
    '!out/**/*.map',
    'package.json',
    '!**/*.md',
    // What only compiling needs.
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    '!node_modules/keytar/{src,script,binding.gyp}',
    '!node_modules/node-addon-api'
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false, // both native modules ship Node-API binaries
  nodeGypRebuild: false,
  electronLanguages: ['en', 'en-US', 'fr'],
  icon: 'build/icons/icon.png',
  protocols: [{ name: 'Vigie', schemes: ['vigie'] }],
  publish: null,
  afterPack,
  ...(runtimeFolder && runtimeVersion ? { electronDist: runtimeFolder, electronVersion: runtimeVersion } : {}),

  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    executableName: 'vigie',
    syncDesktopName: true,
    maintainer: 'Vigie contributors <vigie@example.invalid>',
    synopsis: 'Desktop studio for community managers',
    mimeTypes: ['x-scheme-handler/vigie']
  },
  deb: { recommends: ['gnome-keyring | kwalletmanager'], ...(runtimeFolder ? { compression: 'gz' } : {}) },
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] }
    ],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    entitlements: 'build/package/entitlements.mac.plist',
    entitlementsInherit: 'build/package/entitlements.mac.plist'
  }
}

export default config
