import type { Send } from '../sending.js'

export const sendCaseNews: Send<'case_news'> = () => {
  throw new Error('not built yet: case_news')
}
