import 'react'

/** Lets `style={{ '--name': value }}` carry values into a style sheet: React sets them through CSSOM, which the CSP allows. */
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
