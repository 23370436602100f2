import type { Call } from '../handle.js'
import type { Trigger } from '../open-view.js'

/** Opens *Import*: one directory file, and whether bad rows are left out. Refused to whoever may not import for the domain. */
export async function openImportModal(_call: Call, _trigger: Trigger): Promise<void> {
  throw new Error('not built yet')
}
