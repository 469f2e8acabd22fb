import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../../electron/main/security/content-security-policy.ts'

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources] as const
  })
)

test('allows nothing that is not named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"])
})

test('takes scripts, styles and connections only from the application itself', () => {
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src']) expect(directives.get(name), name).toEqual(["'self'"])
})

test('closes frames, forms, base addresses and plug-ins', () => {
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) expect(directives.get(name), name).toEqual(["'none'"])
})

test('has no unsafe word, no wildcard and no remote host', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|wss?:/)
})
