/** What of a directory file is taken from Slack. The command line takes more: there nobody else waits for the process. */
const megabyte = 1024 * 1024

export const uploadLimits = { bytes: 10 * megabyte, yamlBytes: megabyte / 2 } as const

const extensions = ['yaml', 'yml', 'json', 'jsonl', 'csv']

export type UploadFault = { fault: 'type' } | { fault: 'too_large'; maxBytes: number }

/** Why a file of this name and size, in bytes, is not taken; null when it is. */
export function uploadFault({ name, size }: { name: string; size: number }): UploadFault | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (!name.includes('.') || !extensions.includes(extension)) return { fault: 'type' }
  const maxBytes = maxUploadBytes(name)
  return size > maxBytes ? { fault: 'too_large', maxBytes } : null
}

/** YAML is taken apart as a whole, which holds everybody up, for a second or two with each megabyte. */
export function maxUploadBytes(name: string): number {
  return /\.ya?ml$/i.test(name) ? uploadLimits.yamlBytes : uploadLimits.bytes
}
