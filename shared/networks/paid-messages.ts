import type { Sourced } from './sourced.ts'

/** What private messages cost at a network that asks for money, in thousandths of a US dollar. */
export interface PaidMessagesRule {
  /** Each message that is read, known already or not. */
  readonly read: Sourced<number>
  /** Each person who comes with them: without, nobody knows who wrote. */
  readonly person: Sourced<number>
  readonly send: Sourced<number>
  /** Messages that are read with one call, and calls of one look. */
  readonly perCall: number
  readonly callsOfLook: number
}

/** What was read and is charged: what the answer held, also what was known already. */
export interface PaidReading {
  readonly messages: number
  readonly people: number
}

export function priceOfReading({ read, person }: PaidMessagesRule, { messages, people }: PaidReading): number {
  return messages * read.value + people * person.value
}

/** The most that one call can cost: each message by somebody else. */
export function mostOfCall(rule: PaidMessagesRule): number {
  return priceOfReading(rule, { messages: rule.perCall, people: rule.perCall })
}

/** The most that one look can cost. */
export function mostOfLook(rule: PaidMessagesRule): number {
  return rule.callsOfLook * mostOfCall(rule)
}
