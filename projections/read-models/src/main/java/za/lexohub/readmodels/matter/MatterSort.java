package za.lexohub.readmodels.matter;

import za.lexohub.readmodels.paging.SortKey;

/** What matters may be ordered by. */
public enum MatterSort implements SortKey {
  CREATED_AT("createdAt", "created_at", "timestamptz"),
  OPENED_ON("openedOn", "opened_on", "date"),
  REFERENCE("reference", "reference", "text"),
  TITLE("title", "lower(title)", "text"),
  UPDATED_AT("updatedAt", "updated_at", "timestamptz"),
  /** Those without a deadline come last. */
  DEADLINE("deadline", "coalesce(" + MatterSort.DEADLINE_TEXT + ", '9999-12-31')", "text"),
  /** Those without an estimate come first. */
  ESTIMATE("estimate", "coalesce((terms -> 'estimate' ->> 'amount')::bigint, 0)", "bigint"),
  /** Billable work that is not billed yet, in cents before VAT; those without any come first. */
  WIP("wip", MatterSort.UNBILLED, "bigint");

  /** As text, which has the order of the days. */
  static final String DEADLINE_TEXT =
      "least(terms ->> 'nextCourtDate', terms ->> 'expectedCompletion')";

  private static final String UNBILLED =
      """
      (select coalesce(sum(w.amount), 0)::bigint from work_items w
        where w.tenant_id = matters.tenant_id and w.matter_id = matters.id
          and w.state = 'UNBILLED' and w.billable)\
      """;

  private final String parameter;
  private final String expression;
  private final String type;

  MatterSort(String parameter, String expression, String type) {
    this.parameter = parameter;
    this.expression = expression;
    this.type = type;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public String expression() {
    return expression;
  }

  @Override
  public String type() {
    return type;
  }
}
