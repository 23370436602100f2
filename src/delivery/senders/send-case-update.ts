import type { Send } from '../sending.js'

export const sendCaseUpdate: Send<'case_update'> = () => {
  throw new Error('not built yet: case_update')
}
