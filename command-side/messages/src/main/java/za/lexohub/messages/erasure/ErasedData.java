package za.lexohub.messages.erasure;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is erased, and where it stands.
 *
 * @param proFormaIds of the file; the file itself when it is a pro forma
 * @param invoiceIds made from those pro formas
 */
public record ErasedData(
    FileReference file, List<FileSubject> subjects, List<UUID> proFormaIds, List<UUID> invoiceIds) {

  public ErasedData {
    subjects = List.copyOf(subjects);
    proFormaIds = List.copyOf(proFormaIds);
    invoiceIds = List.copyOf(invoiceIds);
  }

  public boolean erases(FileSubject subject) {
    return subjects.contains(subject);
  }

  /** The matter, when the file is one. */
  public List<UUID> matterIds() {
    return file.kind() == FileKind.MATTER ? List.of(file.id()) : List.of();
  }

  /** Everybody whose key goes. */
  public List<UUID> subjectIds() {
    List<UUID> papers =
        Stream.of(matterIds(), proFormaIds, invoiceIds).flatMap(List::stream).distinct().toList();
    return papers.stream().flatMap(id -> subjects.stream().map(subject -> subject.in(id))).toList();
  }
}
