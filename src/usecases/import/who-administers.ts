import type { AccountRecord, DirectoryRecord, RoleRecord } from '../../domain/import/directory-record.js'
import type { Staff } from '../../store/directory/people.js'
import { prebuiltRole } from './check-people.js'

/** Whether anybody administers an organization once these records are written. */
export function stillAdministered({ staff, administering: own }: Staff, records: Iterable<DirectoryRecord>): boolean {
  const roles = new Map<string, RoleRecord>()
  const accounts = new Map<string, AccountRecord>()
  for (const record of records) {
    if (record.type === 'role') roles.set(record.name, record)
    if (record.type === 'account') accounts.set(record.email, record)
  }
  const administers = (name: string): boolean => {
    const prebuilt = prebuiltRole(name)
    if (prebuilt) return prebuilt.privileges.some((privilege) => privilege === 'ADMINISTER')
    return roles.get(name)?.privileges.includes('ADMINISTER') ?? own.has(name)
  }
  const stays = staff.some(({ email, status, roles: held }) => {
    const record = accounts.get(email)
    accounts.delete(email)
    if ((record?.status ?? status) !== 'ACTIVE') return false
    return (record?.roles ?? held).some(administers)
  })
  return stays || [...accounts.values()].some(({ status = 'ACTIVE', roles: granted = [] }) => status === 'ACTIVE' && granted.some(administers))
}
