/** Of a directory file that is taken from Slack. The command line takes larger ones: there nobody else waits for the process. */
export const maxUploadBytes = 10 * 1024 * 1024

const extensions = ['yaml', 'yml', 'json', 'jsonl', 'csv']

export type UploadFault = 'type' | 'too_large'

/** Why a file of this name and size, in bytes, is not taken; null when it is. */
export function uploadFault({ name, size }: { name: string; size: number }): UploadFault | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (!name.includes('.') || !extensions.includes(extension)) return 'type'
  return size > maxUploadBytes ? 'too_large' : null
}
