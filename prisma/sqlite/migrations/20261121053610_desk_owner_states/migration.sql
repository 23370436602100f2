-- CreateIndex
CREATE INDEX "Case_deskOwnerId_state_updatedAt_number_idx" ON "Case"("deskOwnerId", "state", "updatedAt", "number");
