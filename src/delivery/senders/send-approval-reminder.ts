import type { Send } from '../sending.js'

export const sendApprovalReminder: Send<'approval_reminder'> = () => Promise.resolve({ how: 'dropped', why: 'not built yet' })
