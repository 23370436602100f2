/** The demo directory: two resellers, a support partner, the desk, and a dozen customers with every kind of access state. */
import { subDays, subHours } from 'date-fns'
import type { AccessRecord, AccountRecord, DirectoryRecord, OrganizationRecord, PartnerRecord, RoleRecord } from '../../domain/import/directory-record.js'
import { demoPeople } from './cast.js'
import { demoCustomers } from './customers.js'

const agent = 'Support agent'
const verifier = 'Relation verifier'

/** As records of an import, dated relative to `now`. */
export function demoDirectory(now: Date): DirectoryRecord[] {
  return [...organizations, ...roles, ...demoCustomers(now), ...accounts(), ...access(now), ...partners(now)]
}

const organizations: OrganizationRecord[] = [
  {
    type: 'organization', kind: 'RESELLER', domain: 'hikari.example', name: 'Hikari Cloud', units: [{ path: '/Support', automaticLicensing: false }, { path: '/Sales', automaticLicensing: true }],
    policy: { desk: 'BUILT_IN', approvalChannel: 'C0DEMOAPPROVALS' }, licences: { ordered: true, total: 50 },
    address: { organizationName: 'Hikari Cloud', addressLine1: '2-1 Marunouchi', locality: 'Tokyo', postalCode: '100-0005', countryCode: 'JP' },
  },
  {
    type: 'organization', kind: 'RESELLER', domain: 'boreal.example', name: 'Boreal Partners', policy: { desk: 'PORTAL', approvalChannel: 'C0DEMOAPPROVALSB' },
    licences: { ordered: false, total: 0 },
    address: { organizationName: 'Boreal Partners', addressLine1: 'Norrlandsgatan 12', locality: 'Stockholm', postalCode: '111 43', countryCode: 'SE' },
  },
  { type: 'organization', kind: 'RESELLER', domain: 'fixit.example', name: 'Fixit Support', supportOnly: true },
  { type: 'organization', kind: 'VENDOR', domain: 'desk.example', name: 'Vendor support desk' },
]

const roles: RoleRecord[] = [
  ...['hikari.example', 'boreal.example', 'fixit.example'].map((organization): RoleRecord => ({
    type: 'role', organization, name: agent, privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'],
  })),
  { type: 'role', organization: 'fixit.example', name: verifier, privileges: ['VERIFY_RELATIONS'] },
]

const granted: Record<string, string[]> = {
  'aiko@hikari.example': [agent],
  'camille@hikari.example': [agent],
  'mei@hikari.example': [agent],
  'mei@boreal.example': [agent],
  'sven@boreal.example': [agent],
  'jisoo@boreal.example': ['Legacy Resold Enterprise Support'],
  'dana@hikari.example': ['Reseller Admin'],
  'noor@hikari.example': ['Reseller Admin'],
  'elsa@boreal.example': ['Reseller Admin', 'Super Admin'],
  'omar@hikari.example': ['Super Admin'],
  'nova@hikari.example': [],
  'petra@acme.example': ['Super Admin'],
  'liam@globex.example': ['Super Admin', 'Support Manager'],
  'ines@initech.example': ['Super Admin'],
  'rosa@fixit.example': [agent, verifier],
  'tomas@desk.example': ['Desk Agent'],
}
/** Accounts whose address is not the one Slack knows. */
const personEmails: Record<string, string> = { 'mei@boreal.example': 'mei@hikari.example' }
const withLicence = ['aiko@hikari.example', 'camille@hikari.example', 'mei@hikari.example']

function accounts(): AccountRecord[] {
  return Object.entries(granted).map(([email, roles]) => {
    const personEmail = personEmails[email] ?? email
    const person = demoPeople.find((each) => each.email === personEmail)
    if (!person) throw new Error(`nobody in the cast has the address ${personEmail}`)
    const licensed = withLicence.includes(email)
    return {
      type: 'account', email, personEmail, name: person.name, locale: person.locale, timeZone: person.timeZone, roles, status: 'ACTIVE',
      ...(licensed && { licence: true, unit: '/Support' }),
    }
  })
}

/** All switches are on where nothing is said. */
function access(now: Date): AccessRecord[] {
  const workspace = '1010020028'
  return [
    { type: 'access', customer: 'globex.example', change: 'SWITCH_OFF', at: subDays(now, 6), by: 'liam@globex.example', basis: 'CUSTOMER_ADMIN' },
    { type: 'access', customer: 'stark.example', change: 'SWITCH_OFF', at: subDays(now, 20), by: 'Pepper Adams', basis: 'CUSTOMER_ADMIN' },
    // Consented and not granted: Dana has something to record, and Noor something to approve.
    { type: 'access', customer: 'umbrella.example', change: 'CONSENT', skuId: 'Google-Vault', at: subDays(now, 3), by: 'dana@hikari.example', basis: 'MANAGER' },
    { type: 'access', customer: 'umbrella.example', change: 'CONSENT', skuId: workspace, at: subHours(now, 26), by: 'dana@hikari.example', basis: 'MANAGER' },
    { type: 'access', customer: 'umbrella.example', change: 'GRANT', skuId: workspace, at: subHours(now, 1), by: 'Vera Novak', basis: 'CUSTOMER_ADMIN' },
  ]
}

function partners(now: Date): PartnerRecord[] {
  return [{
    type: 'partner', customer: 'stark.example', partner: 'fixit.example', productId: 'google-workspace', state: 'PENDING', portal: 'SUPPORT_CENTER',
    verifier: 'rosa@fixit.example', assignedBy: 'Pepper Adams', assignedAt: subDays(now, 2),
  }]
}
