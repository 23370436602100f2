import type { Send } from '../sending.js'

export const sendFile: Send<'send_file'> = () => {
  throw new Error('not built yet: send_file')
}
