/** Values that the portal's views are drawn from; `long` ones are as long as anything may get. */
import type { AccountSheet } from '../../../src/domain/accounts/account-sheet.js'
import type { LicenceState } from '../../../src/domain/accounts/licence-state.js'
import type { AccountForm, AccountPage, ManagedAccount } from '../../../src/domain/accounts/managed-account.js'
import type { PolicyValue } from '../../../src/domain/accounts/policy.js'
import type { RoleSheet } from '../../../src/domain/accounts/role.js'
import { privileges } from '../../../src/domain/privileges.js'
import { defaultSettings, type TargetsValue } from '../../../src/domain/clocks/response-settings.js'
import { long, now } from '../samples.js'

export const sheet: AccountSheet = {
  name: 'Mei', email: 'mei@hikari.example', domain: 'hikari.example', organizationName: 'Hikari', organizationKind: 'RESELLER', supportOnly: false,
  roles: [{ name: 'Agent', kind: 'CUSTOM' }], privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'],
  others: [{ domain: 'boreal.example', organizationName: 'Boreal' }], administers: false, admins: ['Omar Said'], alertEmail: null, waiting: 0,
}
export const longSheet: AccountSheet = {
  ...sheet, name: long(500), email: long(320), domain: long(253), organizationName: long(500), administers: true, privileges: [...privileges],
  roles: Array.from({ length: 100 }, () => ({ name: long(200), kind: 'CUSTOM' as const })),
  others: Array.from({ length: 150 }, (_, i) => ({ domain: i % 2 ? `d${i}.example` : long(253), organizationName: long(500) })),
  admins: Array.from({ length: 100 }, () => long(300)), alertEmail: long(320), waiting: 12_345,
}

export const account: ManagedAccount = {
  id: 'account-1', version: 3, name: 'Nova', email: 'nova@hikari.example', personEmail: 'nova@people.example', status: 'ACTIVE', roles: [], unit: null,
  licence: false, alertEmail: null, tied: false, lacks: ['ACCESS_SUPPORT_CASES', 'VIEW_CUSTOMERS'], isSelf: false,
}
const longAccount: ManagedAccount = {
  ...account, name: long(500), email: long(320), personEmail: long(320), status: 'SUSPENDED', licence: true, alertEmail: long(254),
  roles: Array.from({ length: 100 }, (_, i) => ({ id: `role-${i}`, name: long(200), kind: 'CUSTOM' as const })),
  unit: { id: 'unit-x', path: long(1000), automaticLicensing: true }, lacks: ['suspended', ...privileges],
}

export function accounts(count: number, more: Partial<AccountPage> = {}): AccountPage {
  const rows = Array.from({ length: count }, (_, i) => ({ ...account, id: `account-${i}` }))
  return { domain: 'hikari.example', domains: ['hikari.example'], total: count, lacking: count, rows, next: null, first: true, ...more }
}
export const longAccounts = (count: number): AccountPage => ({
  ...accounts(count), domain: long(253), total: 100_000, next: 'n'.repeat(900), first: false, rows: Array.from({ length: count }, (_, i) => ({ ...longAccount, id: `account-${i}` })),
})

export const licences: LicenceState = { domain: 'hikari.example', ordered: true, total: 50, assigned: 48, left: 2, automaticUnits: ['/Support'], requested: { count: 20, at: now } }
export const longLicences: LicenceState = { ...licences, domain: long(253), automaticUnits: Array.from({ length: 200 }, () => long(500)) }

export const form: AccountForm = {
  domains: ['hikari.example', 'hikari.jp.example'],
  roles: [{ id: 'reseller-admin', name: 'Reseller Admin', kind: 'PREBUILT', privileges: ['VIEW_CUSTOMERS', 'DECIDE_REQUESTS'] }],
  units: [{ id: 'unit-1', path: '/Support', automaticLicensing: true }, { id: 'unit-2', path: '/', automaticLicensing: false }],
  licences,
}
export const longForm: AccountForm = {
  domains: Array.from({ length: 300 }, () => long(253)),
  roles: Array.from({ length: 300 }, (_, i) => ({ id: `role-${i}`, name: long(200), kind: 'CUSTOM', privileges: [...privileges] })),
  units: Array.from({ length: 300 }, (_, i) => ({ id: `unit-${i}`, path: long(1000), automaticLicensing: i % 2 === 0 })),
  licences: longLicences,
}
export const emptyForm: AccountForm = { domains: ['acme.example'], roles: form.roles, units: [], licences: null }
export { longAccount }

export function roles(count: number, name = 'Night shift'): RoleSheet {
  return {
    domain: 'hikari.example', organizationKind: 'RESELLER', choosable: [...privileges], preticked: ['SUPPORT'],
    roles: Array.from({ length: count }, (_, i) => ({ id: `role-${i}`, name, kind: i % 3 === 0 ? 'CUSTOM' : 'PREBUILT', privileges: [...privileges], holders: i })),
  }
}

export const policy: PolicyValue = {
  domain: 'hikari.example', desk: 'BUILT_IN', updatesChannel: 'C0UPDATES', approvalChannel: null, p1NeedsApproval: true, escalationNeedsApproval: false,
  remindAfterHours: 24, expireAfterHours: 72, reopenWindowDays: 30,
}
export const longPolicy: PolicyValue = { ...policy, domain: long(253), updatesChannel: long(80), approvalChannel: '#approvals', remindAfterHours: 9999 }

export const targets: TargetsValue = { domain: 'hikari.example', ...defaultSettings }
const odd = { minutes: 43_199, aroundTheClock: false }
const all = { P1: odd, P2: odd, P3: odd, P4: odd }
export const longTargets: TargetsValue = {
  domain: long(253), targets: { STANDARD: all, ENHANCED: all, PREMIUM: all }, hours: { days: [1, 2, 3, 4, 5, 6, 7], from: 1, to: 1440, timeZone: 'America/Argentina/ComodRivadavia' },
}
