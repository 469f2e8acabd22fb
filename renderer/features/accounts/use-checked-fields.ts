import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectField, FieldProblems } from '../../../shared/accounts/connect-fields.ts'

export interface CheckedFields<Field extends ConnectField> {
  /** What is wrong, by field, in the person's language; nothing before the first attempt. */
  readonly errors: Readonly<Partial<Record<Field, string>>>
  /** Whether the form can be sent; if not, the keyboard goes to the first field that has to be mended. */
  readonly check: (form: HTMLFormElement) => boolean
}

/** What is wrong with a form's fields, said at the fields: from the first attempt to send it, until it is mended. */
export function useCheckedFields<Field extends ConnectField>(problems: FieldProblems<Field>): CheckedFields<Field> {
  const { t } = useTranslation('accounts')
  const [attempt, setAttempt] = useState<{ readonly form: HTMLFormElement } | null>(null)

  useEffect(() => attempt?.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [attempt])

  const errors: Partial<Record<Field, string>> = {}
  if (attempt !== null) {
    for (const field in problems) {
      const problem = problems[field]
      if (problem !== undefined) errors[field] = problem.kind === 'too_long' ? t('field.too_long', { limit: problem.limit }) : t(`field.${problem.kind}`)
    }
  }

  function check(form: HTMLFormElement): boolean {
    const isRight = Object.keys(problems).length === 0
    setAttempt(isRight ? null : { form })
    return isRight
  }

  return { errors, check }
}
