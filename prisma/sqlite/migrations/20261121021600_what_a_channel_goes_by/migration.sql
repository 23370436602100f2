-- CreateIndex
CREATE INDEX "CaseCard_channel_caseNumber_idx" ON "CaseCard"("channel", "caseNumber");

-- CreateIndex
CREATE INDEX "ApprovalMessage_place_approvalId_idx" ON "ApprovalMessage"("place", "approvalId");
