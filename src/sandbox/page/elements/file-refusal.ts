import type { FileInput } from '@slack/types'

/** Slack's bound for one file of a `file_input`. */
const largestBytes = 10 * 1024 * 1024

/** Why Slack's client would not take this file, or undefined. */
export function fileRefusal(file: { name: string; size: number }, already: number, element: FileInput): string | undefined {
  const most = element.max_files ?? 10
  if (already >= most) return `Only ${most} ${most === 1 ? 'file' : 'files'} can be added here.`
  if (file.size > largestBytes) return `${file.name} is larger than 10 MB.`
  const ending = file.name.split('.').pop()?.toLowerCase() ?? ''
  const types = element.filetypes?.map((type) => type.toLowerCase())
  if (types && types.length > 0 && !types.includes(ending)) return `${file.name} is not of an accepted type (${types.join(', ')}).`
  return undefined
}
