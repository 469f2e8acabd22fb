import { readFileSync } from 'node:fs'
import { createSpellingWork } from '../../electron/engine/spelling/spelling-work.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { findGrammar } from '../../shared/spelling/find-grammar.ts'
import { findWords } from '../../shared/spelling/find-words.ts'
import { spellingFiles } from '../support/image-worker-files.ts'
import { cost, type BenchResult } from './bench-result.ts'
import { median } from './statistics.ts'

const text = 'Samedi, la mer se retire très loin : venez à neuf heures avec des bottes, un seau et l’envie de chercher. '.repeat(48)
const languages = ['fr', 'en'] as const

/** Until both languages' dictionaries answer, against reading their files; a text of 5,000 characters, against looking at each of its letters. */
export async function benchSpelling(): Promise<readonly BenchResult[]> {
  const log = { info: () => undefined, warning: () => undefined, error: () => undefined }
  const work = createSpellingWork({ files: spellingFiles, clock: systemClock, log })
  const loaded = await timed(() => work.check(['bonjuor'], languages))
  const read = await timed(() => Promise.resolve(languages.flatMap((language) => [spellingFiles.dictionaries[language].rules, ...spellingFiles.dictionaries[language].words].map((path) => readFileSync(path, 'utf8').split('\n').length))))
  const words = findWords(text).map(({ word }) => word)
  const checked = await many(() => work.check(words, languages))
  const looked = await many(() => Promise.resolve([findWords(text), findGrammar(text, { languages, isTypographyWanted: true })]))
  const letters = await many(() => Promise.resolve([...text].filter((letter) => /\p{L}/u.test(letter)).length))
  await work.stop()
  return [
    cost('dictionaries of two languages answer (floor: their files, read)', loaded, read, 'ms'),
    cost('all words of 5,000 characters, checked in the thread (floor: each letter looked at)', checked, letters, 'ms'),
    cost('words and grammar of 5,000 characters found in the page (floor: the same)', looked, letters, 'ms')
  ]
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await what()
  return performance.now() - began
}

async function many(what: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 30; turn += 1) times.push(await timed(what))
  return median(times.slice(5))
}
