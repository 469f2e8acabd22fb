#!/usr/bin/env node
// Entry of every npm script: node build/run.mjs TASK [arguments]
// Needs Node 20 and nothing else: it goes on under a newer Node by itself, and each task lays out what it needs.
import { fileURLToPath } from 'node:url'
import { continueUnderNewerNode } from './setup/bring-node.mjs'

const childExitCode = await continueUnderNewerNode(fileURLToPath(import.meta.url), process.argv.slice(2))
if (childExitCode === undefined) {
  const { runTask } = await import('./tasks/run-task.ts')
  process.exitCode = await runTask(process.argv.slice(2))
} else {
  process.exitCode = childExitCode
}
