package za.lexohub.messages.numbering;

import za.lexohub.messages.TenantId;

/** One series of one tenant in one year. */
public record NumberSequenceId(TenantId tenant, NumberSeries series, int year) {

  @Override
  public String toString() {
    return tenant + ":" + series + ":" + year;
  }
}
