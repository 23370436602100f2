import type { Send } from '../sending.js'

export const sendApprovalMessage: Send<'approval_message'> = () => Promise.resolve({ how: 'dropped', why: 'not built yet' })
