import type { imports as english } from '../en/imports.js'

export const imports: Record<keyof typeof english, string> = {
}
