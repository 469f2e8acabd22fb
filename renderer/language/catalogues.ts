import type { Catalogue } from './catalogue.ts'
import { components as componentsEnglish } from './en/components.ts'
import { errors as errorsEnglish } from './en/errors.ts'
import { networks as networksEnglish } from './en/networks.ts'
import { shell as shellEnglish } from './en/shell.ts'
import { components as componentsFrench } from './fr/components.ts'
import { errors as errorsFrench } from './fr/errors.ts'
import { networks as networksFrench } from './fr/networks.ts'
import { shell as shellFrench } from './fr/shell.ts'

/** Every catalogue, one line a feature and language; the name is the namespace: `useTranslation('inbox')`. */
export const english = {
  components: componentsEnglish,
  errors: errorsEnglish,
  networks: networksEnglish,
  shell: shellEnglish
} as const

export const french = {
  components: componentsFrench,
  errors: errorsFrench,
  networks: networksFrench,
  shell: shellFrench
} as const satisfies Catalogue<typeof english>

export type CatalogueName = keyof typeof english
