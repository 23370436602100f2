import type { Send } from '../sending.js'

export const dropFile: Send<'drop_file'> = () => {
  throw new Error('not built yet: drop_file')
}
