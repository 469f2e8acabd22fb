/**
 * Sent with every answer of the app protocol. Scripts and styles come from the application's own files only: no inline code, no eval, no
 * other host. Pictures and videos of clients come through the media scheme; `data:` serves small generated
 * pictures, `blob:` a video that is just being added.
 */
const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'vigie-media:', 'data:', 'blob:'],
  'media-src': ["'self'", 'vigie-media:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"]
} as const

export const contentSecurityPolicy = Object.entries(directives)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ')
