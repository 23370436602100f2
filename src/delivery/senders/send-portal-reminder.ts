import type { Send } from '../sending.js'

export const sendPortalReminder: Send<'portal_reminder'> = () => {
  throw new Error('not built yet: portal_reminder')
}
