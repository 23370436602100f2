import { Mark } from '../parts/icons.js'
import { becomePerson } from '../state/navigate.js'
import { useStore } from '../state/store.js'
import { useWorkspaceNow } from '../state/workspace-now.js'
import { byOrganization } from './by-organization.js'
import { PersonRow } from './person-row.js'

/** The first screen: whom to be. */
export function Chooser() {
  const workspace = useStore((state) => state.workspace)
  const now = useWorkspaceNow(10_000)
  if (!workspace) return null
  return (
    <main class="chooser">
      <header class="chooser-head">
        <Mark size={48} />
        <h1>Who would you like to be?</h1>
        <p>
          This is <strong>{workspace.team.name}</strong>, a workspace on your own machine. Pick somebody and use{' '}
          {workspace.bot.name} as they would; change to somebody else at any time.
        </p>
      </header>
      <div class="chooser-groups">
        {byOrganization(workspace.people).map(({ domain, people }) => (
          <section key={domain} aria-label={domain}>
            <h2>{domain}</h2>
            <div class="chooser-people">
              {people.map((person) => (
                <PersonRow key={person.id} person={person} now={now} onChoose={() => becomePerson(person.id)} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </main>
  )
}
