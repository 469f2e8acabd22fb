import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Hunspell } from 'hunspell-wasm'
import startHunspell from 'hunspell-wasm/wasm/hunspell.js'
import type { SpellingLanguage } from '../../../shared/spelling/spelling-language.ts'
import { isRight } from './is-right.ts'
import type { SpellingAnswer, SpellingQuestion, SpellingTask, SpellingWorkerData } from './spelling-task.ts'

/* A thread for words: a suggestion takes up to half a second, and the engine has other things to do. A dictionary is read when its language is first asked for. */
const { library, dictionaries }: SpellingWorkerData = workerData

// Declared without its argument; it takes the code as bytes, and so needs no place beside its own file.
const start: (options: { readonly wasmBinary: Uint8Array; print(): void; printErr(): void }) => Promise<unknown> = startHunspell
const starting = start({ wasmBinary: readFileSync(library), print: () => {}, printErr: () => {} })
const loaded = new Map<SpellingLanguage, Hunspell>()

function load(language: SpellingLanguage, hunspell: unknown): Hunspell {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const { rules, words: [first, ...others] } = dictionaries[language]
  const dictionary = new Hunspell(hunspell, readFileSync(rules, 'utf8'), first === undefined ? '0\n' : readFileSync(first, 'utf8'))
  for (const more of others) dictionary.addDictionaryFromString(readFileSync(more, 'utf8'))
  loaded.set(language, dictionary)
  return dictionary
}

async function answer(question: SpellingQuestion): Promise<readonly string[]> {
  const hunspell = await starting
  if (question.kind === 'check') return question.words.filter((word) => !isRight(word, question.languages, (language, part) => load(language, hunspell).testSpelling(part)))
  return question.languages.flatMap((language) => load(language, hunspell).getSpellingSuggestions(question.word))
}

parentPort?.on('message', ({ sequence, question }: SpellingTask) => {
  const say = (message: SpellingAnswer): void => parentPort?.postMessage(message)
  answer(question).then(
    (words) => say({ sequence, words }),
    (error: unknown) => say({ sequence, failure: error instanceof Error ? error.message : String(error) })
  )
})
