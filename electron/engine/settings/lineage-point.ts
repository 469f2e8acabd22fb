/** How far a client's file has come: each of them names one moment of one file. */
export interface LineagePoint {
  readonly serial: number
  readonly mark: string
}
