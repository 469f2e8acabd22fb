/** A list of feeds may have so many bytes: some ten thousand of them, with everything that programs write beside. */
export const largestOpml = 16 * 1024 * 1024
