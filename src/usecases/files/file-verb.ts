import type { CaseDone } from '../../domain/cases/case-change.js'

/** What everything done with one file is handed. */
export interface FileVerb {
  attachmentId: string
  deliveryKey: string
}

/** What came of it. */
export interface FileDone extends CaseDone {
  /** The file's. */
  name: string
}
