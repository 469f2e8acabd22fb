/** A figure or rule of a network, with the place and the day it was read. */
export interface Sourced<Value> {
  readonly value: Value
  readonly source: string
  readonly readOn: string
}
