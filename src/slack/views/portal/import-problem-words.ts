/** The words of import problems: one exhaustive switch. */
import type { Expected, ImportProblem, PlacedProblem, Where } from '../../../domain/import/import-problem.js'
import { languageOf, type Say } from '../../../locales/words.js'

/** "customers.csv line 12, tier: expected STANDARD, ENHANCED or PREMIUM, found GOLD". `locale` is that of `say`. */
export function sayProblem({ where, problem }: PlacedProblem, say: Say, locale: string): string {
  const field = 'field' in problem && problem.code !== 'unknown_field' ? problem.field : ''
  const path = [where.path ?? '', field].filter((part) => part !== '').join('.')
  const place = sayPlace(where, say)
  return say('imports.problem', { place: path === '' ? place : say('imports.place_field', { place, field: path }), what: what(problem, where, say, locale) })
}

function sayPlace({ file, line }: Pick<Where, 'file' | 'line'>, say: Say): string {
  return line === undefined ? file : say('imports.place_line', { file, line: String(line) })
}

function what(problem: ImportProblem, where: Where, say: Say, locale: string): string {
  const language = languageOf(locale)
  // Without a comma before the "or".
  const lists = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' })
  const or = (values: readonly string[]): string => lists.format(values)
  switch (problem.code) {
    case 'unreadable': return say('imports.unreadable', { format: problem.format, detail: problem.detail })
    case 'too_big': return say('imports.too_big', { format: problem.format, max: megabytes(problem.maxBytes), size: megabytes(problem.bytes) })
    case 'too_much': return say('imports.too_much', { format: problem.format, max: problem.megabytes, seconds: problem.seconds })
    case 'empty': return say('imports.empty')
    case 'unknown_format': return say('imports.unknown_format')
    case 'unknown_column': return say('imports.unknown_column', { column: problem.column, known: or(problem.known) })
    case 'double_column': return say('imports.double_column', { column: problem.column })
    case 'missing_column': return say('imports.missing_column', { column: problem.column, known: or(problem.known) })
    case 'cells': return say('imports.cells', { expected: problem.expected, found: problem.found })
    case 'unknown_field':
      return problem.known.length > 0
        ? say('imports.unknown_field', { name: problem.field, known: or(problem.known) })
        : `${problem.field}: ${say('imports.unknown_field_inside')}`
    case 'missing': return say('imports.missing')
    case 'expected': return say('imports.expected', { expected: sayExpected(problem.expected, say, or), found: problem.found === '' ? '""' : problem.found })
    case 'unknown_reference': return sayUnknown(problem, say, or)
    case 'duplicate': {
      const { line, path } = problem
      const first = line === undefined ? path ?? where.file : sayPlace({ file: where.file, line }, say)
      return say('imports.duplicate', { value: problem.value, first })
    }
    case 'kind_changed': return say('imports.kind_changed', { domain: problem.domain, is: problem.is, wanted: problem.wanted })
    case 'domain_taken': return say('imports.domain_taken', { domain: problem.domain, by: problem.by })
    case 'channel_taken':
      return say(problem.of === 'updatesChannel' ? 'imports.channel_taken' : 'imports.channel_taken_approvals', { channel: problem.channel, by: problem.by })
    case 'external_id_taken': return say('imports.external_id_taken', { id: problem.id, by: problem.by })
    case 'role_is_prebuilt': return say('imports.role_is_prebuilt', { name: problem.name })
    case 'not_on_domains': return say('imports.not_on_domains', { email: problem.email, domain: problem.domain })
    case 'only_resellers': return say('imports.only_resellers', { domain: problem.domain })
    case 'support_only': return say('imports.support_only', { domain: problem.domain })
    case 'reseller_needed': return problem.known.length > 0 ? say('imports.reseller_needed_known', { known: or(problem.known) }) : say('imports.reseller_needed')
    case 'sku_unknown': return say('imports.sku_unknown', { sku: problem.skuName === problem.skuId ? problem.skuId : `${problem.skuId} (${problem.skuName})`, known: or(problem.known) })
    case 'assignments_overlap': return say('imports.assignments_overlap', { reseller: problem.reseller })
    case 'assignment_ends_before': return say('imports.assignment_ends_before', { reseller: problem.reseller })
    case 'reseller_kept':
      return problem.reseller === null ? say('imports.reseller_kept_nobody', { customer: problem.customer }) : say('imports.reseller_kept', { customer: problem.customer, reseller: problem.reseller })
    case 'reseller_differs': return say('imports.reseller_differs', { reseller: problem.reseller, current: problem.current ?? 'null' })
    case 'not_managed': return say('imports.not_managed', { customer: problem.customer })
    case 'out_of_order': return say('imports.out_of_order', { latest: problem.latest.toISOString() })
    case 'consent_before_grant': return say('imports.consent_before_grant', { sku: problem.skuId, change: problem.change })
    case 'grant_before_confirm': return say('imports.grant_before_confirm', { sku: problem.skuId, change: problem.change })
    case 'switch_has_no_subscription': return say('imports.switch_has_no_subscription')
    case 'effective_before': return say('imports.effective_before')
    case 'verifier_needed': return say('imports.verifier_needed')
    case 'pending_in_new_portal': return say('imports.pending_in_new_portal')
    case 'not_yours': return say('imports.not_yours')
    case 'no_super_admin': return say('imports.no_super_admin', { domain: problem.domain })
    case 'not_of_partner': return say('imports.not_of_partner', { email: problem.email, partner: problem.partner })
  }
}

type Join = (values: readonly string[]) => string

function sayExpected(expected: Expected, say: Say, or: Join): string {
  switch (expected.a) {
    case 'one_of': return say('imports.expected_one_of', { values: or(expected.values) })
    case 'text_up_to': return say('imports.expected_text_up_to', { max: expected.max })
    case 'number_between': return say('imports.expected_number_between', { min: expected.min, max: expected.max })
    default: return say(`imports.expected_${expected.a}`)
  }
}

function sayUnknown({ what, value, known }: Extract<ImportProblem, { code: 'unknown_reference' }>, say: Say, or: Join): string {
  const words = say(`imports.unknown_${what}`, { value, known: or(known ?? []) })
  return what === 'reseller' && known && known.length > 0 ? say('imports.known_resellers', { what: words, known: known.join(', ') }) : words
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / (1024 * 1024)))
}
