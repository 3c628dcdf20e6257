package za.lexohub.readmodels.position;

import java.util.List;

/** The names of the read models, which are the names of their processing groups. */
public final class ReadModelGroups {

  public static final String MATTERS = "matters";
  public static final String MATTER_CARDS = "matter-cards";
  public static final String PRO_FORMAS = "pro-formas";
  public static final String INVOICES = "invoices";
  public static final String PUBLIC_LINKS = "public-links";
  public static final String WORKFLOWS = "workflows";
  public static final String PERSONAL_FILES = "personal-files";
  public static final String WORKFLOW_COUNTS = "workflow-counts";

  public static final String MATTER_SEARCH = "matter-search";
  public static final String PRO_FORMA_SEARCH = "pro-forma-search";
  public static final String INVOICE_SEARCH = "invoice-search";

  public static final String WORK_ITEMS = "work-items";
  public static final String MATTER_GRANTS = "matter-grants";
  public static final String INVOICE_BATCHES = "invoice-batches";
  public static final String RATE_CARDS = "rate-cards";

  /** Credit notes, disputes and receipts. */
  public static final String CLAIMS = "claims";

  public static final String PRACTICE = "practice";

  /** Retainers and the trust account. */
  public static final String CLIENT_MONEY = "client-money";

  /** Engagement agreements and scope amendments. */
  public static final String PROMISES = "promises";

  public static final String NOTIFICATIONS = "notifications";

  /** Added documents and statements of account. */
  public static final String ATTACHMENTS = "attachments";

  public static final String LEDGER = "ledger";

  public static final String INVOICE_CARDS = "invoice-cards";

  /** All of them. */
  public static List<String> all() {
    return List.of(
        MATTERS,
        MATTER_CARDS,
        PRO_FORMAS,
        INVOICES,
        PUBLIC_LINKS,
        WORKFLOWS,
        PERSONAL_FILES,
        WORKFLOW_COUNTS,
        MATTER_SEARCH,
        PRO_FORMA_SEARCH,
        INVOICE_SEARCH,
        WORK_ITEMS,
        MATTER_GRANTS,
        INVOICE_BATCHES,
        RATE_CARDS,
        CLAIMS,
        PRACTICE,
        CLIENT_MONEY,
        PROMISES,
        NOTIFICATIONS,
        ATTACHMENTS,
        LEDGER,
        INVOICE_CARDS);
  }

  private ReadModelGroups() {}
}
