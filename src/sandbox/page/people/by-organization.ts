import type { Person } from '../../protocol.js'

export interface Organization {
  domain: string
  people: Person[]
}

/** People by the domain of their email; the larger organizations first, strangers of other workspaces last. */
export function byOrganization(people: readonly Person[]): Organization[] {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const domain = person.email.split('@')[1] || 'no email'
    groups.set(domain, [...(groups.get(domain) ?? []), person])
  }
  return [...groups]
    .map(([domain, members]) => ({ domain, people: members }))
    .toSorted((a, b) => b.people.length - a.people.length)
}
