import { describe, expect, test } from 'vitest'
import { choosablePrivileges, customRoleProblems, grantableRoles, pretickedPrivileges } from '../../../src/domain/accounts/custom-role.js'
import { prebuiltRoles } from '../../../src/domain/privileges.js'
import type { Privilege } from '../../../src/domain/privileges.js'
import type { OrganizationKind } from '../../../src/domain/words.js'

test('SCOPE-2: what a custom role is made from, with Support ticked beforehand where there is such a privilege', () => {
  expect(choosablePrivileges('RESELLER')).toEqual(['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS', 'SUPPORT', 'VERIFY_RELATIONS', 'ADMINISTER'])
  expect(choosablePrivileges('CUSTOMER')).toEqual(['SUPPORT', 'MANAGE_SUPPORT_PARTNERS', 'ADMINISTER'])
  expect(choosablePrivileges('VENDOR')).toEqual(['ANSWER_CASES', 'ADMINISTER'])
  expect((['RESELLER', 'CUSTOMER', 'VENDOR'] as const).map(pretickedPrivileges)).toEqual([['SUPPORT'], ['SUPPORT'], []])
})

describe('grantableRoles (SCOPE-2)', () => {
  const roles = [...prebuiltRoles, { id: 'own', name: 'Own', kind: 'CUSTOM' as const }]
  test.each<[OrganizationKind, string[], string[]]>([
    ['RESELLER', [], ['super-admin', 'reseller-admin', 'own']],
    ['CUSTOMER', [], ['super-admin', 'support-manager', 'own']],
    ['VENDOR', [], ['super-admin', 'desk-agent', 'own']],
    ['RESELLER', ['legacy-enterprise-support'], ['super-admin', 'reseller-admin', 'legacy-enterprise-support', 'own']],
    ['CUSTOMER', ['desk-agent'], ['super-admin', 'support-manager', 'desk-agent', 'own']],
  ])('%s, to whom holds %j', (kind, held, ids) => {
    expect(grantableRoles(roles, kind, new Set(held)).map(({ id }) => id)).toEqual(ids)
  })
})

describe('customRoleProblems', () => {
  test.each<[string, string, Privilege[], object[]]>([
    ['a good one', 'Readers', ['VIEW_CUSTOMERS'], []],
    ['no name', '', ['SUPPORT'], [{ field: 'roleName', problem: 'required' }]],
    ['a long name', 'x'.repeat(61), ['SUPPORT'], [{ field: 'roleName', problem: 'too_long', max: 60, length: 61 }]],
    ['a prebuilt name', 'super admin', ['SUPPORT'], [{ field: 'roleName', problem: 'taken' }]],
    ['a name the import reads as a prebuilt role', 'super-admin', ['SUPPORT'], [{ field: 'roleName', problem: 'taken' }]],
    ['another role’s name', 'ｆｉｌｅｒｓ', ['SUPPORT'], [{ field: 'roleName', problem: 'taken' }]],
    ['no privilege', 'Readers', [], [{ field: 'privileges', problem: 'required' }]],
    ['the desk’s privilege', 'Readers', ['SUPPORT', 'ANSWER_CASES'], [{ field: 'privileges', problem: 'unknown' }]],
    ['nothing at all', '', [], [{ field: 'roleName', problem: 'required' }, { field: 'privileges', problem: 'required' }]],
  ])('%s', (_what, name, privileges, problems) => {
    expect(customRoleProblems({ name, privileges }, 'RESELLER', ['Filers'])).toEqual(problems)
  })
})
