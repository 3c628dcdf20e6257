package za.lexohub.domain.proforma;

import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;

/** The last answer, and to which phase it led. */
record Answered(Phase to, Channel channel, String by) {

  /** The same party says the same thing again. */
  boolean isRepeatedBy(Answer answer, Phase again) {
    return to == again && channel == answer.channel() && by.equals(answer.by());
  }
}
