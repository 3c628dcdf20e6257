package za.lexohub.readmodels.workflowcounts;

import java.time.Instant;

/**
 * How much of an advocate's work stands where ({@code domain.md} 7, corrected semantics).
 *
 * @param matterCount active and not archived
 * @param proFormaCount requested or submitted, not expired
 * @param invoiceCount drafts
 * @param unpaidCount issued, with a balance, not void; overdue ones included
 * @param proFormaSentCount awaiting the attorney's answer
 * @param proFormaAcceptedCount accepted, not converted to an invoice
 * @param overdueCount the unpaid ones past their due date
 * @param asOf when it was counted
 */
public record WorkflowCounts(
    long matterCount,
    long proFormaCount,
    long invoiceCount,
    long unpaidCount,
    long proFormaSentCount,
    long proFormaAcceptedCount,
    long overdueCount,
    Instant asOf) {}
