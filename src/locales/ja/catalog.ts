import type { Catalog } from '../message-key.js'
import { access } from './access.js'
import { approvals } from './approvals.js'
import { cases } from './cases.js'
import { cli } from './cli.js'
import { delivery } from './delivery.js'
import { desk } from './desk.js'
import { files } from './files.js'
import { filing } from './filing.js'
import { home } from './home.js'
import { imports } from './imports.js'
import { lists } from './lists.js'
import { portal } from './portal.js'
import { refusals } from './refusals.js'
import { targets } from './targets.js'
import { verbs } from './verbs.js'

/** The Japanese catalog. */
export const ja: Catalog = {
  ...access, ...approvals, ...cases, ...cli, ...delivery, ...desk, ...files, ...filing,
  ...home, ...imports, ...lists, ...portal, ...refusals, ...targets, ...verbs,
}
