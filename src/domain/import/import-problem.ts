/** What is wrong in an imported file, and where: codes and data, worded by the catalogs. */
import type { DirectoryRecord, RecordType } from './directory-record.js'

export interface Where {
  /** The file's name as it was given, without its folder. */
  file: string
  line?: number
  /** Like `accounts[3]`. */
  path?: string
}

/** What a field should have held. */
export type Expected =
  | { a: 'one_of'; values: readonly string[] }
  | { a: 'domain' | 'email' | 'text' | 'number' | 'boolean' | 'list' | 'map' | 'time' | 'time_zone' | 'language' | 'unit_path' | 'milliseconds' }
  | { a: 'text_up_to'; max: number }
  | { a: 'number_between'; min: number; max: number }

export type ImportProblem =
  /** The file or a row of it cannot be taken apart; `detail` is the parser's own word. */
  | { code: 'unreadable'; format: string; detail: string }
  | { code: 'too_big'; bytes: number; maxBytes: number; format: string }
  /** Of a size that is taken, and yet more than memory or time allow: deeply nested, or blown up by aliases. */
  | { code: 'too_much'; format: string; megabytes: number; seconds: number }
  | { code: 'empty' }
  | { code: 'unknown_format' }
  | { code: 'unknown_column'; column: string; known: readonly string[] }
  | { code: 'double_column'; column: string }
  | { code: 'missing_column'; column: string; known: readonly string[] }
  | { code: 'cells'; expected: number; found: number }
  | { code: 'unknown_field'; field: string; known: readonly string[] }
  | { code: 'missing'; field: string }
  | { code: 'expected'; field: string; expected: Expected; found: string }
  /** It names what neither the file before it nor the store knows. */
  | { code: 'unknown_reference'; field: string; what: 'organization' | 'reseller' | 'customer' | 'partner' | 'role' | 'product' | 'subscription' | 'account' | 'unit'; value: string; known?: readonly string[] }
  | { code: 'duplicate'; what: RecordType; value: string; line?: number; path?: string }
  | { code: 'kind_changed'; field: string; domain: string; is: string; wanted: string }
  | { code: 'domain_taken'; field: string; domain: string; by: string }
  /** Updates and requests of two domains are never mixed in one channel (SCOPE-1); `of` is what it is for there. */
  | { code: 'channel_taken'; field: string; channel: string; of: 'updatesChannel' | 'approvalChannel'; by: string }
  | { code: 'external_id_taken'; field: string; id: string; by: string }
  | { code: 'role_is_prebuilt'; field: string; name: string }
  | { code: 'not_on_domains'; field: string; email: string; domain: string }
  | { code: 'only_resellers'; field: string; domain: string }
  | { code: 'support_only'; field: string; domain: string }
  | { code: 'reseller_needed'; field: string; known: readonly string[] }
  | { code: 'sku_unknown'; field: string; skuId: string; skuName: string; known: readonly string[] }
  | { code: 'assignments_overlap'; field: string; reseller: string }
  | { code: 'assignment_ends_before'; field: string; reseller: string }
  /** No mistake: `--reseller` asked for another domain, and a known customer stays with its own; null: with nobody. */
  | { code: 'reseller_kept'; customer: string; reseller: string | null }
  | { code: 'reseller_differs'; field: string; reseller: string; current: string | null }
  | { code: 'not_managed'; field: string; customer: string }
  | { code: 'out_of_order'; field: string; latest: Date }
  | { code: 'consent_before_grant'; field: string; change: string; skuId: string }
  | { code: 'grant_before_confirm'; field: string; change: string; skuId: string }
  | { code: 'switch_has_no_subscription'; field: string }
  | { code: 'effective_before'; field: string }
  | { code: 'verifier_needed'; field: string }
  | { code: 'pending_in_new_portal'; field: string }
  | { code: 'not_of_partner'; field: string; email: string; partner: string }
  /** Not for this domain to import: of another organization, or decided elsewhere. The same whether it exists or not (SCOPE-1). */
  | { code: 'not_yours'; field: string }
  /** The file as a whole would leave the domain without a super admin (ACCOUNT-1). */
  | { code: 'no_super_admin'; domain: string }

export type ImportProblemCode = ImportProblem['code']

export interface PlacedProblem {
  where: Where
  problem: ImportProblem
}

/** A row or an entry of a file: what it says, or what is wrong with it. It is taken or left as a whole. */
export interface ReadItem {
  where: Where
  records: DirectoryRecord[]
  problems: ImportProblem[]
}
