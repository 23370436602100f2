/** Every listener of the bot, one line each. manifest.yml declares the same; a test compares the two. */
import { approve, decline, openHandOn, review, turnApprovalsPage, withdraw } from './actions/approvals.js'
import { pressHistory, turnCaseHistory } from './actions/case-history.js'
import { changeAccess } from './actions/change-access.js'
import { pressPortalCopy } from './actions/desk/portal.js'
import { pressAnswer, pressDeskTake, turnQueuePage } from './actions/desk/queue.js'
import { continueDraft, discard, startFiling } from './actions/drafts.js'
import { fileFor } from './actions/file-for.js'
import { fileRelated } from './actions/file-related.js'
import { chooseForFile, pressAttach, pressGetFile, pressReleaseFile, pressRequestRemoval, pressWithdrawFile } from './actions/files.js'
import { turnHistoryPage } from './actions/history-page.js'
import { itWorksNow } from './actions/it-works-now.js'
import { openRecordGrantFor } from './actions/open-record-grant.js'
import { switchDomain } from './actions/portal.js'
import { requestCustomerAccess } from './actions/request-access.js'
import { turnPage } from './actions/turn-page.js'
import { pressClose, pressEscalate, pressHandOver, pressNote, pressNotSolved, pressReopen, pressPortalNumber, pressRecordReply, pressReply, pressSeverity, pressShare } from './actions/verbs/open-verb-button.js'
import { stopSharing } from './actions/verbs/stop-sharing.js'
import { pressTake } from './actions/verbs/take-case.js'
import { viewCase } from './actions/view-case.js'
import { accessCommand } from './commands/access/access.js'
import { approvalsCommand } from './commands/approvals/approvals.js'
import { caseCommand } from './commands/case/case.js'
import { portalCommand } from './commands/portal/portal.js'
import { chooseHomeCustomer, turnHome } from './home/home-pages.js'
import { noticeUser } from './home/notice-user.js'
import { openHomeTab } from './home/open-home-tab.js'
import type { OnAction, OnClosed, OnCommand, OnHome, OnSearch, OnShortcut, OnSubmit, OnUserChange } from './listeners.js'
import { caseCustomers, clearFilters, openFilterForm, submitFilters } from './lists/filters.js'
import { redrawFiling, saveTyped } from './modals/change-filing.js'
import { submitDecision } from './modals/decide-approval.js'
import { submitPortalCopy } from './modals/desk/portal-copy.js'
import { submitAnswer, submitPortalNumber, submitRecordReply } from './modals/desk/submissions.js'
import { submitAttach } from './modals/files/attach.js'
import { submitRelease } from './modals/files/release.js'
import { submitRemoval } from './modals/files/removal.js'
import { submitHandOn } from './modals/hand-on-approval.js'
import { submitRecordGrant } from './modals/record-grant.js'
import { pressImport, submitImport } from './modals/import-directory.js'
import { changeStatus, openAccount, openAddAccountForm } from './modals/portal/account.js'
import { openAlerts, submitAlerts } from './modals/portal/alerts.js'
import { openLicences, openRequestLicences, recordOrder, submitRequestLicences } from './modals/portal/licences.js'
import { opening } from './modals/portal/open-modal.js'
import { openPolicy, submitPolicy } from './modals/portal/policy.js'
import { dropRole, openRoleForm, openRoles, submitRole, turnRolesPage } from './modals/portal/roles.js'
import { submitAddAccount, submitChangeAccount, submitTwoLicences } from './modals/portal/submit-account.js'
import { openTargets, submitTargets, workZones } from './modals/portal/targets.js'
import { openUsers, turnUsersPage } from './modals/portal/users.js'
import { categories, customers, timeZones } from './modals/searches.js'
import { fileCase, fileCaseFromMessage } from './modals/shortcuts.js'
import { confirmFiling, submitFiling } from './modals/submit-filing.js'
import { keepTyped } from './modals/verbs/keep-typed.js'
import { searchColleagues } from './modals/verbs/search-colleagues.js'
import { submitClose, submitEscalation, submitHandOver, submitNote, submitReopen, submitReply, submitSeverity, submitShare } from './modals/verbs/submissions.js'
import { submitConfirmed } from './modals/verbs/submit-confirmed.js'
import { actionIds, callbackIds } from './views/ids.js'

export const commands: Record<string, OnCommand> = {
  '/case': caseCommand,
  '/access': accessCommand,
  '/approvals': approvalsCommand,
  '/portal': portalCommand,
}

export const shortcuts: Record<string, OnShortcut> = {
  [callbackIds.fileCase]: fileCase,
  [callbackIds.fileCaseFromMessage]: fileCaseFromMessage,
}

export const events: { app_home_opened: OnHome; user_change: OnUserChange } = {
  app_home_opened: openHomeTab,
  user_change: noticeUser,
}

export const submissions: Record<string, OnSubmit> = {
  [callbackIds.fileCase]: submitFiling,
  [callbackIds.confirmPersonalData]: confirmFiling,
  [callbackIds.decideApproval]: submitDecision,
  [callbackIds.handOnApproval]: submitHandOn,
  [callbackIds.recordGrant]: submitRecordGrant,
  [callbackIds.addAccount]: submitAddAccount,
  [callbackIds.confirmTwoLicences]: submitTwoLicences,
  [callbackIds.changeAccount]: submitChangeAccount,
  [callbackIds.saveRole]: submitRole,
  [callbackIds.requestLicences]: submitRequestLicences,
  [callbackIds.alertAddress]: submitAlerts,
  [callbackIds.policy]: submitPolicy,
  [callbackIds.responseTargets]: submitTargets,
  [callbackIds.importDirectory]: submitImport,
  [callbackIds.filterCases]: submitFilters,
  [callbackIds.attachFiles]: submitAttach,
  [callbackIds.releaseFile]: submitRelease,
  [callbackIds.requestRemoval]: submitRemoval,
  [callbackIds.replyToDesk]: submitReply,
  [callbackIds.addNote]: submitNote,
  [callbackIds.changeSeverity]: submitSeverity,
  [callbackIds.handOverCase]: submitHandOver,
  [callbackIds.shareCase]: submitShare,
  [callbackIds.escalateCase]: submitEscalation,
  [callbackIds.closeCase]: submitClose,
  [callbackIds.reopenCase]: submitReopen,
  [callbackIds.answerCase]: submitAnswer,
  [callbackIds.portalNumber]: submitPortalNumber,
  [callbackIds.recordReply]: submitRecordReply,
  [callbackIds.portalCopy]: submitPortalCopy,
  [callbackIds.confirmText]: submitConfirmed,
}

export const closings: Record<string, OnClosed> = {
  [callbackIds.fileCase]: saveTyped,
  [callbackIds.replyToDesk]: keepTyped,
  [callbackIds.addNote]: keepTyped,
  [callbackIds.changeSeverity]: keepTyped,
  [callbackIds.handOverCase]: keepTyped,
  [callbackIds.shareCase]: keepTyped,
  [callbackIds.escalateCase]: keepTyped,
  [callbackIds.closeCase]: keepTyped,
  [callbackIds.reopenCase]: keepTyped,
  [callbackIds.answerCase]: keepTyped,
  [callbackIds.portalNumber]: keepTyped,
  [callbackIds.recordReply]: keepTyped,
}

export const actions: Record<string, OnAction> = {
  [actionIds.viewCase]: viewCase,
  [actionIds.caseHistory]: pressHistory,
  [actionIds.caseHistoryPage]: turnCaseHistory,
  [actionIds.openFiling]: startFiling,
  [actionIds.requestAccess]: requestCustomerAccess,
  [actionIds.itWorksNow]: itWorksNow,
  [actionIds.fileFor]: fileFor,
  [actionIds.fileRelated]: fileRelated,
  [actionIds.changeAccess]: changeAccess,
  [actionIds.openRecordGrant]: openRecordGrantFor,
  [actionIds.historyPage]: turnHistoryPage,
  [actionIds.continueDraft]: continueDraft,
  [actionIds.discardDraft]: discard,
  [actionIds.listPage]: turnPage,
  [actionIds.listPrevious]: turnPage,
  [actionIds.listFirst]: turnPage,
  [actionIds.listAll]: turnPage,
  [actionIds.openFilters]: openFilterForm,
  [actionIds.clearFilters]: clearFilters,
  [actionIds.homeNext]: turnHome,
  [actionIds.homePrevious]: turnHome,
  [actionIds.homeFirst]: turnHome,
  [actionIds.homeAll]: turnHome,
  [actionIds.homeMine]: turnHome,
  [actionIds.homeAllCustomers]: turnHome,
  [actionIds.homeNew]: turnHome,
  [actionIds.homeInProgress]: turnHome,
  [actionIds.homeActionRequired]: turnHome,
  [actionIds.homeSolutionProvided]: turnHome,
  [actionIds.filterCustomer]: chooseHomeCustomer,
  [actionIds.approve]: approve,
  [actionIds.decline]: decline,
  [actionIds.review]: review,
  [actionIds.withdrawApproval]: withdraw,
  [actionIds.handOnApproval]: openHandOn,
  [actionIds.approvalsPage]: turnApprovalsPage,
  [actionIds.switchAccount]: switchDomain,
  [actionIds.openUsers]: opening(openUsers),
  [actionIds.openRoles]: opening(openRoles),
  [actionIds.openLicences]: opening(openLicences),
  [actionIds.openAlerts]: opening(openAlerts),
  [actionIds.openPolicy]: opening(openPolicy),
  [actionIds.openImport]: pressImport,
  [actionIds.openAttach]: pressAttach,
  [actionIds.getFile]: pressGetFile,
  [actionIds.releaseFile]: pressReleaseFile,
  [actionIds.withdrawFile]: pressWithdrawFile,
  [actionIds.requestRemoval]: pressRequestRemoval,
  [actionIds.fileMenu]: chooseForFile,
  [actionIds.openTargets]: opening(openTargets),
  [actionIds.usersPage]: turnUsersPage,
  [actionIds.rolesPage]: turnRolesPage,
  [actionIds.openAddAccount]: openAddAccountForm,
  [actionIds.openAccount]: openAccount,
  [actionIds.setAccountStatus]: changeStatus,
  [actionIds.openSaveRole]: openRoleForm,
  [actionIds.removeRole]: dropRole,
  [actionIds.orderLicences]: recordOrder,
  [actionIds.openRequestLicences]: openRequestLicences,
  [actionIds.openReply]: pressReply,
  [actionIds.openNotSolved]: pressNotSolved,
  [actionIds.openNote]: pressNote,
  [actionIds.openSeverity]: pressSeverity,
  [actionIds.takeCase]: pressTake,
  [actionIds.openHandOver]: pressHandOver,
  [actionIds.openShare]: pressShare,
  [actionIds.stopSharing]: stopSharing,
  [actionIds.openEscalate]: pressEscalate,
  [actionIds.openClose]: pressClose,
  [actionIds.openReopen]: pressReopen,
  [actionIds.message]: keepTyped,
  [actionIds.reason]: keepTyped,
  [actionIds.justification]: keepTyped,
  [actionIds.shareAddresses]: keepTyped,
  [actionIds.deskTake]: pressDeskTake,
  [actionIds.openAnswer]: pressAnswer,
  [actionIds.queuePage]: turnQueuePage,
  [actionIds.openPortalCopy]: pressPortalCopy,
  [actionIds.openPortalNumber]: pressPortalNumber,
  [actionIds.openRecordReply]: pressRecordReply,
  [actionIds.customer]: redrawFiling,
  [actionIds.productType]: redrawFiling,
  [actionIds.category]: redrawFiling,
  [actionIds.title]: saveTyped,
  [actionIds.answer]: saveTyped,
  [actionIds.keptFiles]: saveTyped,
  [actionIds.attachments]: saveTyped,
  [actionIds.severity]: saveTyped,
  [actionIds.language]: saveTyped,
  [actionIds.timeZone]: saveTyped,
  [actionIds.shareWith]: saveTyped,
  [actionIds.tellAuthor]: saveTyped,
}

export const searches: Record<string, OnSearch> = {
  [actionIds.customer]: customers,
  [actionIds.filterCustomer]: caseCustomers,
  [actionIds.category]: categories,
  [actionIds.timeZone]: timeZones,
  [actionIds.workZone]: workZones,
  [actionIds.owner]: searchColleagues,
}
