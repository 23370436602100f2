import type { Send } from '../sending.js'

export const sendShareUpdate: Send<'share_update'> = () => {
  throw new Error('not built yet: share_update')
}
