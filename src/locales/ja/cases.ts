import type { cases as english } from '../en/cases.js'

export const cases: Record<keyof typeof english, string> = {
}
