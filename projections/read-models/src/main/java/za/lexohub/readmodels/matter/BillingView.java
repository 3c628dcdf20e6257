package za.lexohub.readmodels.matter;

import org.jspecify.annotations.Nullable;

/**
 * Whether the work is to be invoiced; absent until somebody says so, and again once it is invoiced.
 *
 * @param status {@code READY}, {@code APPROVED} or {@code REJECTED}
 * @param by who approved or rejected it
 */
public record BillingView(String status, @Nullable String by, @Nullable String note) {}
