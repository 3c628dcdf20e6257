package za.lexohub.processes.pdf;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints the hashes of the sample papers: run in JVMs of their own by {@link SameBytesTest}. */
final class Fingerprints {

  /**
   * @param args how many papers of any kind there shall be besides
   */
  public static void main(String[] args) {
    // Says under which defaults it ran, so that the test knows that they took effect.
    System.out.println(Locale.getDefault() + " " + TimeZone.getDefault().getID());
    System.out.println(collectors());
    all().forEach(System.out::println);
    any(Integer.parseInt(args[0])).forEach(System.out::println);
  }

  static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(MemoryManagerMXBean::getName)
        .collect(Collectors.joining(", "));
  }

  static List<String> any(int papers) {
    return IntStream.range(0, papers)
        .mapToObj(seed -> sha256(Papers.original(story -> story.anyInvoice(seed).sent())))
        .toList();
  }

  static List<String> all() {
    return List.of(
        sha256(Papers.original(story -> story.draftInvoice().sent())),
        sha256(Papers.original(story -> story.withoutVat().draftInvoice().sent())),
        sha256(Papers.draft(story -> story.longInvoice().requestDraftPdf())),
        sha256(Papers.proForma(story -> story.openMatter().draftProForma().requestProFormaPdf())),
        sha256(AccountPapers.copy()),
        sha256(AccountPapers.receipt(2)),
        sha256(AccountPapers.creditNote(true)),
        sha256(AccountPapers.statement()));
  }

  private static String sha256(byte[] pdf) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Fingerprints() {}
}
