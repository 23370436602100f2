import type { home as english } from '../en/home.js'

export const home: Record<keyof typeof english, string> = {
}
