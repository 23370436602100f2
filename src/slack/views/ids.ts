/** Every id Slack sends back to us. routes.ts answers each of them; the same in all languages. */

export const callbackIds = {
  fileCase: 'file_case',
  fileCaseFromMessage: 'file_case_from_message',
  confirmPersonalData: 'confirm_personal_data',
  /** Views that are only read. */
  reading: 'reading',
} as const

export const actionIds = {
  viewCase: 'view_case',
  openFiling: 'open_filing',
  requestAccess: 'request_access',
  continueDraft: 'continue_draft',
  discardDraft: 'discard_draft',
  listPage: 'list_page',
  // Elements of the filing form.
  customer: 'customer',
  productType: 'product_type',
  title: 'title',
  category: 'category',
  answer: 'answer',
  keptFiles: 'kept_files',
  attachments: 'attachments',
  severity: 'severity',
  language: 'language',
  timeZone: 'time_zone',
  shareWith: 'share_with',
  tellAuthor: 'tell_author',
  reason: 'reason',
} as const
