package za.lexohub.domain.practice;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.ReminderDay;
import za.lexohub.messages.practice.ReminderType;

/**
 * When a practice reminds its debtors.
 *
 * @param autoRemind whether reminders go out by themselves
 */
public record ReminderPolicy(boolean autoRemind, List<ReminderDay> days) {

  public ReminderPolicy {
    days = List.copyOf(days);
  }

  /** What {@code domain.md} 10 recommends where a practice has said nothing. */
  static ReminderPolicy usualAt(Bar bar) {
    List<Integer> courtesy =
        switch (bar) {
          case JOHANNESBURG -> List.of(30, 45, 55);
          case CAPE_TOWN -> List.of(30, 60, 85);
        };
    List<ReminderType> letters =
        List.of(ReminderType.COURTESY_1, ReminderType.COURTESY_2, ReminderType.COURTESY_3);
    return new ReminderPolicy(
        true,
        Stream.concat(
                IntStream.range(0, letters.size())
                    .mapToObj(i -> new ReminderDay(letters.get(i), courtesy.get(i))),
                Stream.of(
                    new ReminderDay(ReminderType.FIRST, 7),
                    new ReminderDay(ReminderType.SECOND, 21),
                    new ReminderDay(ReminderType.FINAL, 45)))
            .toList());
  }
}
