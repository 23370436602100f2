import type { DirectoryRecord, RecordOf, RecordType } from '../../domain/import/directory-record.js'
import type { Tx } from '../../store/open-store.js'
import { writeCustomers } from './write-customers.js'
import { writeAccess, writePartners, writeSubscriptions } from './write-holdings.js'
import { writeAccounts, writeOrganizations, writeRoles } from './write-people.js'
import type { Writing } from './writing.js'

/** Writes a few hundred checked records in one transaction, in the order in which they refer to each other. */
export async function writeRecords(tx: Tx, writing: Writing, records: readonly DirectoryRecord[]): Promise<void> {
  await each('organization', writeOrganizations)
  await each('customer', writeCustomers)
  await each('role', writeRoles)
  await each('account', writeAccounts)
  await each('subscription', writeSubscriptions)
  await each('access', writeAccess)
  await each('partner', writePartners)

  async function each<T extends RecordType>(type: T, write: (tx: Tx, writing: Writing, records: RecordOf<T>[]) => Promise<void>): Promise<void> {
    const those = records.filter((record): record is RecordOf<T> => record.type === type)
    if (those.length > 0) await write(tx, writing, those)
  }
}
