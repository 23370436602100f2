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

/** The product of a SKU, by Google's product ids: an id of a SKU begins with its product's. */
const productOfPrefix: readonly [prefix: string, product: ProductId][] = [
  ['google-apps', 'google-workspace'],
  ['google-drive-storage', 'google-workspace'],
  ['google-vault', 'google-vault'],
  ['google-chrome', 'chrome-enterprise'],
  ['101001', 'cloud-identity'],
  ['101005', 'cloud-identity'],
  ['101033', 'google-voice'],
  ['101038', 'appsheet'],
  ['101040', 'chrome-enterprise'],
]

/** Workspace, G Suite, Education and what only exists on top of them: archived users, storage, Gemini, Meet dialling, controls. */
const workspacePrefixes = ['101002', '101006', '101007', '101031', '101034', '101035', '101036', '101037', '101039', '101043', '101047', '101068']

/** By name, for ids that are not known: the most telling words first, for `Google Workspace` stands in many names. */
const productOfName: readonly [name: RegExp, product: ProductId][] = [
  [/\bcloud identity\b/, 'cloud-identity'],
  [/\bappsheet\b/, 'appsheet'],
  [/\bgoogle voice\b|^voice (starter|standard|premier)\b/, 'google-voice'],
  [/\bvault\b/, 'google-vault'],
  [/\bchrome(os)?\b|\bbeyondcorp\b/, 'chrome-enterprise'],
  [/\bworkspace\b|\bg suite\b|\bgoogle apps\b|\bgoogle drive storage\b|\bgemini\b/, 'google-workspace'],
  [/\bgoogle cloud\b|\bmaps platform\b/, 'google-cloud'],
]

/** The product type a subscription belongs to; null when neither id nor name is known. */
export function productOfSku(sku: { skuId: string; skuName: string }): ProductId | null {
  const id = sku.skuId.trim().toLowerCase()
  const byId = productOfPrefix.find(([prefix]) => id.startsWith(prefix))?.[1]
  if (byId) return byId
  if (workspacePrefixes.some((prefix) => id.startsWith(prefix))) return 'google-workspace'
  const name = sku.skuName.normalize('NFKC').toLowerCase()
  return productOfName.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
