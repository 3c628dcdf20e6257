package za.lexohub.readmodels.report;

import java.time.Instant;

/**
 * How much waits for somebody, beside the counts of the workflow. Days are South African ones.
 *
 * @param mattersWithoutProForma active ones for which nothing was ever quoted
 * @param proFormasAccepted not yet converted
 * @param proFormasExpiringSoon sent, and valid for seven days more at most
 * @param invoicesOverdue open and past their day
 * @param newRequests briefs and pro formas that somebody asked for, and nobody has answered
 * @param proFormaApprovals with the attorney
 * @param readyToBill active matters that are marked ready or approved for billing
 * @param unreadNotifications of the user who asks
 * @param dueWithin7Days open invoices that fall due, today included
 * @param courtDatesWithin7Days of active matters, today included
 * @param asOf when they were counted
 */
public record Attention(
    long mattersWithoutProForma,
    long proFormasAccepted,
    long proFormasExpiringSoon,
    long invoicesOverdue,
    long invoiceDrafts,
    long newRequests,
    long proFormaApprovals,
    long scopeAmendmentsPending,
    long readyToBill,
    long unreadNotifications,
    long dueWithin7Days,
    long courtDatesWithin7Days,
    Instant asOf) {}
