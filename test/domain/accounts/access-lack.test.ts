import { expect, test } from 'vitest'
import { accessLacks } from '../../../src/domain/accounts/access-lack.js'
import type { Privilege } from '../../../src/domain/privileges.js'
import type { OrganizationKind } from '../../../src/domain/words.js'

test.each<[string, OrganizationKind, 'ACTIVE' | 'SUSPENDED', readonly Privilege[], string[]]>([
  ['nothing', 'RESELLER', 'ACTIVE', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], []],
  ['one of a reseller’s two privileges', 'RESELLER', 'ACTIVE', ['VIEW_CUSTOMERS', 'SUPPORT'], ['ACCESS_SUPPORT_CASES']],
  ['both of a reseller’s privileges', 'RESELLER', 'ACTIVE', ['ADMINISTER', 'SUPPORT'], ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES']],
  ['a customer’s privilege', 'CUSTOMER', 'ACTIVE', ['ADMINISTER', 'VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], ['SUPPORT']],
  ['the desk’s privilege', 'VENDOR', 'ACTIVE', ['SUPPORT'], ['ANSWER_CASES']],
  ['everything', 'VENDOR', 'SUSPENDED', [], ['suspended', 'ANSWER_CASES']],
])('ACCOUNT-1: an account lacks %s', (_what, kind, status, privileges, lacks) => {
  expect(accessLacks({ status, privileges: new Set(privileges) }, kind)).toEqual(lacks)
})
