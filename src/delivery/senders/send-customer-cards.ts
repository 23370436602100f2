import type { Send } from '../sending.js'

export const sendCustomerCards: Send<'customer_cards'> = () => Promise.resolve({ how: 'dropped', why: 'not built yet' })
