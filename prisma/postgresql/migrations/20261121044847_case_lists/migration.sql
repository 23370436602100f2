-- DropIndex
DROP INDEX "Attachment_addedById_idx";

-- DropIndex
DROP INDEX "Case_customerId_state_idx";

-- DropIndex
DROP INDEX "Case_managedAtFilingId_state_idx";

-- CreateIndex
CREATE INDEX "Attachment_addedById_state_idx" ON "Attachment"("addedById", "state");

-- CreateIndex
CREATE INDEX "Case_managedAtFilingId_state_updatedAt_number_idx" ON "Case"("managedAtFilingId", "state", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_customerId_state_updatedAt_number_idx" ON "Case"("customerId", "state", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_ownerId_state_updatedAt_number_idx" ON "Case"("ownerId", "state", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_state_updatedAt_number_idx" ON "Case"("state", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_ownerId_portalWaitsSince_idx" ON "Case"("ownerId", "portalWaitsSince");
