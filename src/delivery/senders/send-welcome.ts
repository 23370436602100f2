import type { Send } from '../sending.js'

export const sendWelcome: Send<'welcome'> = () => Promise.resolve({ how: 'dropped', why: 'not built yet' })
