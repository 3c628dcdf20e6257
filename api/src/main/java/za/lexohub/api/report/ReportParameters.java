package za.lexohub.api.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Parameters;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.Span;

/** What reports ask for alike: the days they cover, and what they may know. */
final class ReportParameters {
  static final String AS_OF = "asOf";
  static final String AS_OF_POSITION = "asOfPosition";
  private static final int USUAL_MONTHS = 12;

  private final Parameters given;
  private final LocalDate today;

  ReportParameters(HttpServletRequest request, LocalDate today) {
    this.given = new Parameters(request);
    this.today = today;
  }

  /** Without {@code from}, the twelve months to {@code to}; without that, to today. */
  Span span() {
    LocalDate to = or(given.date("to"), today);
    LocalDate from = or(given.date("from"), to.withDayOfMonth(1).minusMonths(USUAL_MONTHS - 1));
    try {
      return new Span(from, to);
    } catch (IllegalArgumentException impossible) {
      throw wrong("from", String.valueOf(impossible.getMessage()));
    }
  }

  /**
   * Without {@code on}, the day of {@code asOf}: what was open then was as old as then. The day of
   * a position is not known here, nor is one to come: then it is today.
   */
  LocalDate on() {
    LocalDate then = BusinessTime.dateAt(asOf().at());
    return or(given.date("on"), then.isBefore(today) ? then : today);
  }

  AsOf asOf() {
    Instant time = given.instant(AS_OF);
    Long position = given.position(AS_OF_POSITION);
    if (time != null && position != null) {
      throw wrong(AS_OF, "must not stand beside " + AS_OF_POSITION);
    }
    return time != null ? AsOf.at(time) : position == null ? AsOf.NOW : AsOf.position(position);
  }

  /** What is asked for as of a position must have been applied through it. */
  static Consistency atLeast(Consistency asked, AsOf asOf) {
    return asOf.position() == Long.MAX_VALUE || asOf.position() <= asked.position()
        ? asked
        : Consistency.through(asOf.position(), asked.maxWait());
  }

  @Nullable String text(String name) {
    return given.text(name);
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type, E usual) {
    return or(given.oneOf(name, type), usual);
  }

  private static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }

  private static Refusal wrong(String name, String message) {
    return Refusal.input(
        ProblemCode.INVALID_PARAMETER,
        "The parameter " + name + " " + message + ".",
        new InputError(name, "invalid-value", message));
  }
}
