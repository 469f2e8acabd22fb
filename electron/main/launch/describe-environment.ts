import type { RequestOutput } from '../../../shared/contract/request-map.ts'

type Environment = RequestOutput<'studio.environment'>

/** The system Vigie runs on, in the words of the contract; anything but Windows and macOS is taken for Linux. */
export function knownPlatform(platform: NodeJS.Platform): Environment['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}

/** A BCP 47 tag. Without a language of its own (`LANG=C` in a bare session) the system gets English. */
export function systemLanguage(preferred: readonly string[], locale: string): string {
  const candidates = [...preferred, locale].map((tag) => tag.replace(/[.@].*$/, '').replaceAll('_', '-'))
  return candidates.find((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(tag)) ?? 'en'
}
