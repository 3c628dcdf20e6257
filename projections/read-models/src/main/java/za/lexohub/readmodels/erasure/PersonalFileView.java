package za.lexohub.readmodels.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The personal data of a file.
 *
 * @param kind {@code MATTER} or {@code PRO_FORMA}
 * @param fileId of the matter or pro forma
 * @param status {@code LIVE}, {@code SCHEDULED} for erasure, or {@code ERASED}, wholly or for
 *     {@code erasedSubjects}
 * @param dueOn the first day on which a scheduled erasure may be carried out
 * @param laws that keep the file until then
 * @param legalHold whether it is kept whatever else allows its erasure
 * @param keysDestroyedAt since when nobody can open what was erased
 * @param version 0 while nothing was asked of it yet
 */
public record PersonalFileView(
    String kind,
    UUID fileId,
    String status,
    @Nullable LocalDate dueOn,
    List<String> scheduledSubjects,
    List<Law> laws,
    boolean legalHold,
    List<String> erasedSubjects,
    @Nullable Instant erasedAt,
    @Nullable Instant keysDestroyedAt,
    long version) {

  /** A law, where it is written, and the last day it keeps the file. */
  public record Law(String law, String source, LocalDate keepUntil) {}

  /** A file of which nothing was asked yet. */
  public static PersonalFileView live(String kind, UUID fileId) {
    return new PersonalFileView(
        kind, fileId, "LIVE", null, List.of(), List.of(), false, List.of(), null, null, 0);
  }
}
