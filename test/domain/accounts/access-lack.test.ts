import { expect, test } from 'vitest'
import { accessLacks } from '../../../src/domain/accounts/access-lack.js'
import type { Privilege } from '../../../src/domain/privileges.js'
import type { OrganizationKind } from '../../../src/domain/words.js'

const everything: readonly Privilege[] = ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'SUPPORT', 'ANSWER_CASES']

test.each<[string, OrganizationKind, 'ACTIVE' | 'SUSPENDED', boolean, readonly Privilege[], string[]]>([
  ['nothing', 'RESELLER', 'ACTIVE', true, ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], []],
  ['one of a reseller’s two privileges', 'RESELLER', 'ACTIVE', true, ['VIEW_CUSTOMERS', 'SUPPORT'], ['ACCESS_SUPPORT_CASES']],
  ['both of a reseller’s privileges', 'RESELLER', 'ACTIVE', true, ['ADMINISTER', 'SUPPORT'], ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES']],
  ['a customer’s privilege', 'CUSTOMER', 'ACTIVE', true, ['ADMINISTER', 'VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], ['SUPPORT']],
  ['the desk’s privilege', 'VENDOR', 'ACTIVE', true, ['SUPPORT'], ['ANSWER_CASES']],
  ['a Slack user', 'CUSTOMER', 'ACTIVE', false, everything, ['no_slack_user']],
  ['everything', 'VENDOR', 'SUSPENDED', false, [], ['suspended', 'no_slack_user', 'ANSWER_CASES']],
])('ACCOUNT-1: an account lacks %s', (_what, kind, status, tied, privileges, lacks) => {
  expect(accessLacks({ status, tied, privileges: new Set(privileges) }, kind)).toEqual(lacks)
})
