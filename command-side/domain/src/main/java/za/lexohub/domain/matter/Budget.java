package za.lexohub.domain.matter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.BudgetLimit;
import za.lexohub.messages.matter.MatterEvents.MatterBudgetExceeded;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;

/** What was agreed that the fees of a matter come to, and which agreed amounts they outgrew. */
class Budget {
  private final Map<BudgetLimit, Money> agreed = new EnumMap<>(BudgetLimit.class);
  private final Map<BudgetLimit, Money> outgrown = new EnumMap<>(BudgetLimit.class);

  void agreed(MatterTerms terms) {
    agreed(BudgetLimit.ESTIMATE, terms.estimate());
    agreed(BudgetLimit.FEE_CAP, terms.feeCap());
  }

  void agreed(BudgetLimit limit, @Nullable Money amount) {
    if (amount == null) {
      agreed.remove(limit);
    } else {
      agreed.put(limit, amount);
    }
  }

  void exceeded(MatterBudgetExceeded event) {
    outgrown.put(event.limit(), event.agreed());
  }

  /** The limits that these fees pass for the first time; each agreed amount is told of once. */
  List<MatterBudgetExceeded> passedBy(Money fees, MatterId matterId) {
    List<MatterBudgetExceeded> news = new ArrayList<>();
    agreed.forEach(
        (limit, amount) -> {
          if (fees.exceeds(amount) && !amount.equals(outgrown.get(limit))) {
            news.add(new MatterBudgetExceeded(matterId, limit, fees, amount));
          }
        });
    return news;
  }
}
