/** Product types cases are filed under: the Workspace services, and what is filed elsewhere. */
export interface Product {
  id: string
  name: string
  /** Its cases are filed elsewhere; the reader is told where. */
  elsewhere: boolean
}

/** In the order they are offered. */
export const products = [
  { id: 'google-workspace', name: 'Google Workspace', elsewhere: false },
  { id: 'cloud-identity', name: 'Cloud Identity', elsewhere: false },
  { id: 'google-voice', name: 'Google Voice', elsewhere: false },
  { id: 'google-vault', name: 'Google Vault', elsewhere: false },
  { id: 'chrome-enterprise', name: 'Chrome Enterprise', elsewhere: false },
  { id: 'appsheet', name: 'AppSheet', elsewhere: false },
  { id: 'google-cloud', name: 'Google Cloud', elsewhere: true },
] as const satisfies readonly Product[]

export type ProductId = (typeof products)[number]['id']
