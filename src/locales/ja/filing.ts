import type { filing as english } from '../en/filing.js'

export const filing: Record<keyof typeof english, string> = {
}
