-- DropIndex
DROP INDEX "Approval_requesterId_state_idx";

-- CreateIndex
CREATE INDEX "Approval_requesterId_id_idx" ON "Approval"("requesterId", "id");
