import { catalogue } from '../../domain/catalogue/catalogue.js'
import { prebuiltRoles } from '../../domain/privileges.js'
import { products } from '../../domain/products.js'
import { installCategories, installProducts, installRoles } from '../../store/filing/catalogue-write.js'
import type { Deps } from '../deps.js'

export interface InstalledCatalogue {
  /** Rows written: created, changed, switched off or on again. */
  changed: number
}

/**
 * Brings products, categories with their questions, and the prebuilt roles of the store to what the program knows.
 * Runs at every start; with nothing to change it only reads. What the program no longer knows is switched off and
 * never deleted: cases refer to it.
 */
export async function installCatalogue(deps: Pick<Deps, 'store'>): Promise<InstalledCatalogue> {
  return deps.store.transaction(async (tx) => {
    const changed =
      (await installProducts(tx, products)) + (await installCategories(tx, catalogue)) + (await installRoles(tx, prebuiltRoles))
    return { changed }
  })
}
