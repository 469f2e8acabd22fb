/** What an open file cannot go on with. */
export type FileTrouble = 'database_damaged' | 'disk_gone'
