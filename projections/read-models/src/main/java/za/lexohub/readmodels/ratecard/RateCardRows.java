package za.lexohub.readmodels.ratecard;

import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps rate cards. Every write may come again, at any time; an older one is refused. */
public final class RateCardRows {

  private static final String TABLE = "rate_cards";

  private final TenantScope scope;

  public RateCardRows(TenantScope scope) {
    this.scope = scope;
  }

  public void added(Stamp stamp, RateCardTerms terms) {
    RowInsert.of(TABLE, stamp)
        .set("name", terms.name())
        .set("category", terms.category())
        .set("pricing", terms.pricing())
        .set("matter_type", terms.matterType())
        .set("rate", terms.rate())
        .set("percent", terms.percent())
        .set("minimum", terms.minimum())
        .set("maximum", terms.maximum())
        .apply(scope);
  }

  public void changed(Stamp stamp, RateCardTerms terms) {
    RowUpdate.of(TABLE, stamp)
        .set("name", terms.name())
        .set("category", terms.category())
        .set("pricing", terms.pricing())
        .set("matter_type", terms.matterType())
        .set("rate", terms.rate())
        .set("percent", terms.percent())
        .set("minimum", terms.minimum())
        .set("maximum", terms.maximum())
        .apply(scope);
  }

  public void retired(Stamp stamp) {
    RowUpdate.of(TABLE, stamp).set("retired", true).apply(scope);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
