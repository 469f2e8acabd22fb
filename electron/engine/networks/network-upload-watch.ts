/** Who waits while files go up. */
export interface UploadWatch {
  /** Told while files are handed over: how much of all files of the post has gone, and of how much. It is shown to the person, and an attempt that moves is not ended for taking long; so an adapter calls it after each part. Left out where nobody asks. */
  readonly onUploaded?: (sentBytes: number, totalBytes: number) => void
  readonly signal: AbortSignal
}
