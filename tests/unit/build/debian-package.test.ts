import { expect, test } from 'vitest'
import { controlFile, readArguments } from '../../../build/package/debian-package.ts'

const words = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3', '--deb-recommends', 'gnome-keyring', '--architecture=amd64'],
  ...['--description', 'Desktop studio\n For community managers.', '--name', 'vigie', '--version', '0.1.0', '/dist/linux-unpacked/=/opt/Vigie']
]

test('reads fpm’s arguments', () => {
  const wishes = readArguments(words)
  expect(wishes.options.get('-d')).toEqual(['libgtk-3-0', 'libnss3'])
  expect(wishes.options.get('--architecture')).toEqual(['amd64'])
  expect(wishes.contents).toEqual([['/dist/linux-unpacked/', '/opt/Vigie']])
})

test('writes the control file, with the further lines of the description set in', () => {
  expect(controlFile(readArguments(words), 1234)).toBe(
    `Package: vigie
Version: 0.1.0
Architecture: amd64
Installed-Size: 1234
Depends: libgtk-3-0, libnss3
Recommends: gnome-keyring
Section: default
Priority: optional
Description: Desktop studio
 For community managers.
`
  )
})
