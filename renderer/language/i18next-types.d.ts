import 'i18next'
import type { english } from './catalogues.ts'

/** Makes every key of `t()` checked: an unknown one does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof english
    returnNull: false
  }
}
