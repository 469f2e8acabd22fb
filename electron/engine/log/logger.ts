/** Where the engine writes what happened. Texts pass the redactor; never pass a secret anyway. */
export interface Logger {
  info(text: string): void
  warning(text: string): void
  error(text: string): void
}
