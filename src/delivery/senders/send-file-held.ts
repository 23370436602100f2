import type { Send } from '../sending.js'

export const sendFileHeld: Send<'file_held'> = () => {
  throw new Error('not built yet: file_held')
}
