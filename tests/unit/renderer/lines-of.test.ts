import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../../renderer/features/composer/previews/lines-of.ts'
import { splitPreviewText, type PreviewSegment } from '../../../renderer/features/composer/previews/split-preview-text.ts'
import { splitXText } from '../../../renderer/features/composer/previews/split-x-text.ts'

const piece = fc.constantFrom('\n', '\n\n', ' ', 'a', 'É', '#', '@', '.', ',', ':', '/', '-', '(', ')', '$', 'https://a.example/b', '#marée', '@lune.example', '@lune', 'b.com', '$ABC', '🎉', '\uFE0F', '5')
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
const networks = ['bluesky', 'facebook', 'instagram', 'linkedin', 'mastodon', 'telegram', 'threads', 'youtube'] as const

/** Plain text beside plain text is one stretch of it. */
function merged(segments: readonly PreviewSegment[]): readonly PreviewSegment[] {
  return segments.reduce<readonly PreviewSegment[]>((all, next) => {
    const last = all.at(-1)
    return last?.kind === 'text' && next.kind === 'text' ? [...all.slice(0, -1), { kind: 'text', text: last.text + next.text }] : [...all, next]
  }, [])
}

test('a text cut into lines is the very same text, and each line but the last ends with a line feed', () => {
  fc.assert(fc.property(texts, (text) => {
    const lines = linesOf(text)
    expect(lines.join('')).toBe(text)
    expect(lines.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true)
    expect(lines.slice(1).every((line) => !line.startsWith('\n'))).toBe(true)
  }))
})

test.each(networks)('what %s shows of a text is what it shows of its lines', (network) => {
  fc.assert(fc.property(texts, (text) => {
    expect(merged(linesOf(text).flatMap((line) => splitPreviewText(line, network)))).toEqual(merged(splitPreviewText(text, network)))
  }))
})

test('what X shows of a text is what it shows of its lines', () => {
  fc.assert(fc.property(texts, (text) => {
    expect(merged(linesOf(text).flatMap(splitXText))).toEqual(merged(splitXText(text)))
  }))
})
