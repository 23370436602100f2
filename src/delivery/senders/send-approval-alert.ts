import type { Send } from '../sending.js'

export const sendApprovalAlert: Send<'approval_alert'> = () => Promise.resolve({ how: 'dropped', why: 'not built yet' })
