import type { ReadItem, Where } from '../../domain/import/import-problem.js'
import { google, type GoogleKind } from './google-schema.js'
import { foundText, problemsOf } from './problems-of.js'

type Map = Record<string, unknown>
const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One resource of the Reseller API, by its kind or by the fields that only it has. */
function kindOf(value: unknown): GoogleKind | null {
  if (!isMap(value)) return null
  if (value['kind'] === 'reseller#subscription' || ('customerDomain' in value && 'skuId' in value)) return 'subscription'
  if (value['kind'] === 'reseller#customer' || ('customerDomain' in value && 'customerId' in value)) return 'customer'
  return null
}

/** A page of `subscriptions.list`; one without subscriptions has no list. */
function isPage(value: unknown): value is Map {
  if (!isMap(value)) return false
  if (value['kind'] === 'reseller#subscriptions') return true
  return Array.isArray(value['subscriptions']) && value['subscriptions'].some((each) => kindOf(each) === 'subscription')
}

/** Whether a JSON value is the Reseller API's: a page, a resource, or a list of either. */
export function isGoogles(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isGoogles)
  return isPage(value) || kindOf(value) !== null
}

/** The customers and subscriptions of an answer, each at its path; `path` is where the value itself stands. */
export function* readGoogle(value: unknown, where: Where, path = ''): Generator<ReadItem> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* readGoogle(each, where, `${path}[${index}]`)
    return
  }
  if (isPage(value)) {
    const list = value['subscriptions'] ?? []
    const below = path === '' ? 'subscriptions' : `${path}.subscriptions`
    if (!Array.isArray(list)) {
      yield { where: placed(where, ''), records: [], problems: [{ code: 'expected', field: below, expected: { a: 'list' }, found: foundText(list) }] }
      return
    }
    for (const [index, each] of list.entries()) yield readResource(each, 'subscription', placed(where, `${below}[${index}]`))
    return
  }
  const kind = kindOf(value)
  yield kind ? readResource(value, kind, placed(where, path)) : { where: placed(where, path), records: [], problems: [{ code: 'unknown_format' }] }
}

function readResource(value: unknown, kind: GoogleKind, where: Where): ReadItem {
  const { parse, fields } = google[kind]
  const parsed = parse(value)
  return { where, records: parsed.success ? parsed.data : [], problems: parsed.success ? [] : problemsOf(parsed.error, value, fields) }
}

function placed(where: Where, path: string): Where {
  return path === '' ? where : { ...where, path }
}
