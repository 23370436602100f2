import type { Send } from '../sending.js'

export const sendApprovalOutcome: Send<'approval_outcome'> = () => Promise.resolve({ how: 'dropped', why: 'not built yet' })
