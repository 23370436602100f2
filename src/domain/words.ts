/** The words of the field, as closed lists. The store's enums have the same members. */

export const organizationKinds = ['RESELLER', 'CUSTOMER', 'VENDOR'] as const
export type OrganizationKind = (typeof organizationKinds)[number]

export const caseStates = ['PENDING_APPROVAL', 'NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED', 'CLOSED'] as const
export type CaseState = (typeof caseStates)[number]

/** `P1` critical, `P2` high, `P3` medium, `P4` low. */
export const severities = ['P1', 'P2', 'P3', 'P4'] as const
export type Severity = (typeof severities)[number]

export const supportTiers = ['STANDARD', 'ENHANCED', 'PREMIUM'] as const
export type SupportTier = (typeof supportTiers)[number]

export const escalationReasons = ['RESOLUTION_TIME', 'TECHNICAL_EXPERTISE', 'BUSINESS_IMPACT'] as const
export type EscalationReason = (typeof escalationReasons)[number]

/** Where a customer's partner relations and cases live: the old portal, or today's. */
export const portals = ['SUPPORT_CENTER', 'CUSTOMER_CARE_PORTAL'] as const
export type Portal = (typeof portals)[number]

export const desks = ['BUILT_IN', 'PORTAL'] as const
export type Desk = (typeof desks)[number]

/** Whom a subscription was bought from. */
export const sellers = ['RESELLER', 'GOOGLE'] as const
export type Seller = (typeof sellers)[number]

export const subscriptionStatuses = ['ACTIVE', 'SUSPENDED', 'CANCELLED'] as const
export type SubscriptionStatus = (typeof subscriptionStatuses)[number]

export const accessChanges = [
  'SWITCH_ON', 'SWITCH_OFF', 'CONSENT', 'CONSENT_WITHDRAWN', 'GRANT', 'GRANT_CONFIRMED', 'GRANT_WITHDRAWN',
] as const
export type AccessChange = (typeof accessChanges)[number]

export const accessBases = ['CUSTOMER_ADMIN', 'MANAGER', 'MANAGER_RECORD', 'AGENT', 'IMPORT', 'SYSTEM'] as const
export type AccessBasis = (typeof accessBases)[number]

export const partnerStates = ['PENDING', 'ACTIVE', 'DECLINED', 'REMOVED'] as const
export type PartnerState = (typeof partnerStates)[number]

export const caseKinds = ['DELEGATED', 'DIRECT'] as const
export type CaseKind = (typeof caseKinds)[number]

export const questionKinds = ['SHORT_TEXT', 'LONG_TEXT', 'CHOICE'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const attachmentStates = ['CHECKING', 'HELD', 'RELEASED', 'NOT_SEARCHED', 'WITHDRAWN', 'FAILED'] as const
export type AttachmentState = (typeof attachmentStates)[number]

/** A text in several languages, by BCP 47 language; English is always there. */
export type Localized = { en: string } & Partial<Record<string, string>>
