import type { FormField } from '../../domain/form-problem.js'

/** The block of the smaller forms that asks for a field; the same in all of them. */
export function formBlock(field: FormField): string {
  return `form.${field}`
}

/** Null for blocks that ask for none. */
export function fieldOfFormBlock(blockId: string): FormField | null {
  const field = blockId.startsWith('form.') ? blockId.slice('form.'.length) : ''
  return Object.hasOwn(formLabels, field) ? (field as FormField) : null
}

/** How each field is called, for what is said about it elsewhere than under it. */
export const formLabels = {
  decision: 'portal.label_decision',
  comment: 'portal.label_comment',
  subscription: 'portal.label_subscription',
  evidence: 'portal.label_evidence',
  handOnTo: 'portal.label_hand_on_to',
  email: 'portal.label_email',
  name: 'portal.label_name',
  personEmail: 'portal.label_person_email',
  roles: 'portal.label_roles',
  unit: 'portal.label_unit',
  licence: 'portal.label_licence',
  roleName: 'portal.label_role_name',
  privileges: 'portal.label_privileges',
  count: 'portal.label_count',
  reason: 'portal.label_reason',
  alertEmail: 'portal.label_alert_email',
  updatesChannel: 'portal.label_updates_channel',
  approvalChannel: 'portal.label_approval_channel',
  remindAfterHours: 'portal.label_remind_after_hours',
  expireAfterHours: 'portal.label_expire_after_hours',
  reopenWindowDays: 'portal.label_reopen_window_days',
  file: 'portal.label_file',
  message: 'verbs.label_message',
  severity: 'verbs.label_severity',
  owner: 'verbs.label_owner',
  attachments: 'verbs.label_attachments',
  shareWith: 'verbs.label_share_with',
  escalationReason: 'verbs.label_escalation_reason',
  justification: 'verbs.label_justification',
  state: 'verbs.label_state',
  portalNumber: 'verbs.label_portal_number',
  target_STANDARD_P1: 'targets.label_STANDARD_P1',
  target_STANDARD_P2: 'targets.label_STANDARD_P2',
  target_STANDARD_P3: 'targets.label_STANDARD_P3',
  target_STANDARD_P4: 'targets.label_STANDARD_P4',
  target_ENHANCED_P1: 'targets.label_ENHANCED_P1',
  target_ENHANCED_P2: 'targets.label_ENHANCED_P2',
  target_ENHANCED_P3: 'targets.label_ENHANCED_P3',
  target_ENHANCED_P4: 'targets.label_ENHANCED_P4',
  target_PREMIUM_P1: 'targets.label_PREMIUM_P1',
  target_PREMIUM_P2: 'targets.label_PREMIUM_P2',
  target_PREMIUM_P3: 'targets.label_PREMIUM_P3',
  target_PREMIUM_P4: 'targets.label_PREMIUM_P4',
  workingDays: 'targets.label_working_days',
  worksFrom: 'targets.label_works_from',
  worksTo: 'targets.label_works_to',
  workZone: 'targets.label_work_zone',
} as const satisfies Record<FormField, string>
