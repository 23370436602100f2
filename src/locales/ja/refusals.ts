import type { refusals as english } from '../en/refusals.js'

export const refusals: Record<keyof typeof english, string> = {
}
