import type { delivery as english } from '../en/delivery.js'

export const delivery: Record<keyof typeof english, string> = {
}
