import { linkSources, type LinkDefaults } from '../../../shared/links/link-tags.ts'

/** `x = twitter`, one a line. */
export function writeSourceLines(sources: LinkDefaults['sources']): string {
  return Object.entries(sources)
    .map(([source, name]) => `${source} = ${name}`)
    .join('\n')
}

/** Null while a line is no network with its name. */
export function readSourceLines(lines: string): LinkDefaults['sources'] | null {
  const sources: Record<string, string> = {}
  for (const line of lines.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const [word = '', name = ''] = line.split(/=(.*)/su).map((side) => side.trim())
    const source = linkSources.find((candidate) => candidate === word.toLowerCase())
    if (source === undefined || name === '' || name.length > 100) return null
    sources[source] = name
  }
  return sources
}
