/** Made by the build from the packages that are shipped: build/notices.ts. */
declare module 'virtual:notices' {
  export const notices: readonly { readonly name: string; readonly version: string; readonly licence: string; readonly source: string; readonly text: string }[]
}
