/** A directory file with something in every section. */
export const directoryYaml = `
organizations:
  - domain: fixit.example
    kind: reseller
    name: Fixit
    supportOnly: true
    domains: [fixit-support.example]
  - domain: sakura.example
    kind: RESELLER
    name: サクラ
    language: ja
    address: { addressLine1: 1-1 Otemachi, countryCode: JP }
    units: [{ path: /Support }, { path: /Sales, automaticLicensing: true }]
    policy: { desk: PORTAL, p1NeedsApproval: true, reopenWindowDays: 14 }
    licences: { ordered: true }
customers:
  - domain: acme.example
    name: Acme
    reseller: sakura.example
    tier: premium
    contact: { name: Petra Vogel, email: Petra@Acme.example }
    address: { addressLine1: Torstraße 140, locality: Berlin, countryCode: DE }
    language: de
    timeZone: Europe/Berlin
  - domain: stark.example
    portal: SUPPORT_CENTER
    assignments:
      - { reseller: hikari.example, from: 2025-01-01, until: 2026-01-01T00:00:00Z }
      - { reseller: boreal.example, from: 2026-01-01T00:00:00Z }
roles:
  - { organization: sakura.example, name: Agent, privileges: [VIEW_CUSTOMERS, ACCESS_SUPPORT_CASES] }
accounts:
  - { email: hana@sakura.example, name: Hana, personEmail: hana@mail.example, roles: [Agent, Reseller Admin], timeZone: Asia/Tokyo, locale: ja-JP, unit: /Support, licence: true }
  - { email: petra@acme.example, name: Petra, roles: [super-admin] }
  - { email: rosa@fixit-support.example, name: Rosa }
subscriptions:
  - { customer: acme.example, sku: 1010020028, seller: GOOGLE, name: Google Workspace Business Standard, plan: ANNUAL, seats: 25, since: 2025-03-01 }
  - { customer: acme.example, sku: Google-Vault, seller: RESELLER, status: SUSPENDED }
  - { customer: stark.example, sku: mystery, seller: RESELLER, product: appsheet }
access:
  - { customer: acme.example, change: CONSENT, subscription: 1010020028, at: 2026-03-01T08:00:00Z, by: hana@sakura.example, basis: MANAGER }
  - { customer: acme.example, change: GRANT, subscription: 1010020028, at: 2026-03-01T09:00:00+01:00, by: petra@acme.example, basis: CUSTOMER_ADMIN }
  - { customer: stark.example, change: SWITCH_OFF, at: 2026-02-01, evidence: told by telephone }
partners:
  - { customer: stark.example, partner: fixit.example, service: google-workspace, state: PENDING, verifier: rosa@fixit-support.example, assignedAt: 2026-02-20 }
`
