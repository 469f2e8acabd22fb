import { createHash } from 'node:crypto'

const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;gap:1.5rem;padding:2rem;text-align:center;font:1.0625rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}h1{margin:0;font-size:1.375rem}p{margin:.25rem 0 0}`

const texts = {
  received: [
    ['en', 'The login is done.', 'You can close this page and go back to Vigie.'],
    ['fr', 'La connexion est faite.', 'Vous pouvez fermer cette page et revenir à Vigie.']
  ],
  notReceived: [
    ['en', 'The login did not go through.', 'Nothing was changed. You can close this page and try again in Vigie.'],
    ['fr', 'La connexion n’a pas abouti.', 'Rien n’a été modifié. Vous pouvez fermer cette page et réessayer dans Vigie.']
  ]
} as const

/** The last page of a login, in both languages: which one the person reads is not known to the browser's side. Plain text, no script. */
export function closingPage(kind: keyof typeof texts): string {
  const parts = texts[kind].map(([language, title, text]) => `<section lang="${language}"><h1>${title}</h1><p>${text}</p></section>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vigie</title><style>${style}</style></head><body>${parts.join('')}</body></html>`
}

/** The address holds the login's code: it must not be kept, and not be passed on as the referrer of anything. */
export const closingPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close'
} as const
