import type { ReadItem } from '../../src/domain/import/import-problem.js'

/** Items one after the other, as the readers of files give them. */
export async function* readItems(items: Iterable<ReadItem>): AsyncGenerator<ReadItem> {
  for (const item of items) yield await Promise.resolve(item)
}
