package za.lexohub.query.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import za.lexohub.readmodels.search.SearchField;

/**
 * What matches a text, and how well: a whole reference number before the beginning of one, both
 * before words; the words as they were typed before ones that are spelt nearly so. The title counts
 * most, then the people, then description and type, least the court's number ({@code domain.md} 8).
 *
 * <p>Names are also compared as they sound when nobody minds the blanks: "vandermerwe", "v d Merwe"
 * and "van der Merwe" are one, and so are "Ntombi-zodwa" and "Ntombizodwa".
 */
final class Relevance {

  // Text scores stay in the tens, so these two are tiers rather than weights.
  private static final float EXACT_REFERENCE = 10_000;
  private static final float REFERENCE_PREFIX = 1_000;
  private static final float AS_TYPED = 3;
  private static final float JOINED = 2;
  private static final float SIMILAR = 0.1f;

  /** What is misspelt begins right: without this every word of the index would be compared. */
  private static final int RIGHT_LETTERS = 1;

  /**
   * One wrong letter in words of four letters, two in words of eight. To look for two takes twenty
   * times as long, and finds of six letters mostly what was not meant.
   */
  private static final String WRONG_LETTERS = "AUTO:4,8";

  /** Words that are tried for each word of the question: the most similar of all in the index. */
  private static final int SIMILAR_WORDS = 50;

  private static final List<String> FIELDS =
      List.of(
          SearchField.TITLE.key() + "^2",
          SearchField.CLIENT_NAME.key(),
          SearchField.ATTORNEY.key(),
          SearchField.FIRM.key(),
          SearchField.DESCRIPTION.key() + "^0.5",
          SearchField.MATTER_TYPE.key() + ".text^0.5",
          SearchField.COURT_CASE_NUMBER.key() + "^0.25");

  private static final List<String> NAMES =
      List.of(
          SearchField.TITLE.key() + ".joined^2",
          SearchField.CLIENT_NAME.key() + ".joined",
          SearchField.ATTORNEY.key() + ".joined",
          SearchField.FIRM.key() + ".joined");

  static void of(BoolQuery.Builder query, String text) {
    String words = words(text);
    if (!words.isEmpty()) {
      query.should(
          s ->
              s.match(
                  m ->
                      // Of one field, for each that is compared costs as much again.
                      m.field(SearchField.WORDS.key())
                          .query(v -> v.stringValue(words))
                          .boost(SIMILAR)
                          .fuzziness(WRONG_LETTERS)
                          .prefixLength(RIGHT_LETTERS)
                          .maxExpansions(SIMILAR_WORDS)));
    }
    query
        .should(s -> s.multiMatch(m -> m.query(text).fields(FIELDS).boost(AS_TYPED)))
        .should(
            s ->
                s.multiMatch(
                    m -> m.query(text).fields(FIELDS).type(TextQueryType.Phrase).boost(AS_TYPED)))
        .should(s -> s.multiMatch(m -> m.query(text).fields(NAMES).boost(JOINED)))
        .should(
            s ->
                s.constantScore(
                    c ->
                        c.boost(EXACT_REFERENCE)
                            .filter(
                                f ->
                                    f.terms(
                                        t ->
                                            t.field(SearchField.REFERENCE_NUMBER.key() + ".compact")
                                                .terms(v -> v.value(candidates(text)))))))
        .should(
            s ->
                s.constantScore(
                    c ->
                        c.boost(REFERENCE_PREFIX)
                            .filter(
                                f ->
                                    f.match(
                                        m ->
                                            m.field(SearchField.REFERENCE_NUMBER.key() + ".prefix")
                                                .query(v -> v.stringValue(text))))))
        .minimumShouldMatch("1");
  }

  /** What of a hit is marked: words as they were typed, and those that are spelt nearly so. */
  static Query marked(String text, List<String> fields) {
    String words = words(text);
    var marked =
        new BoolQuery.Builder().should(s -> s.multiMatch(m -> m.query(text).fields(fields)));
    if (!words.isEmpty()) {
      marked.should(
          s ->
              s.multiMatch(
                  m ->
                      m.query(words)
                          .fields(fields)
                          .fuzziness(WRONG_LETTERS)
                          .prefixLength(RIGHT_LETTERS)
                          .maxExpansions(SIMILAR_WORDS)));
    }
    return marked.build().toQuery();
  }

  /**
   * What may be misspelt. Numbers are not, nor reference numbers with their letters: "2026" is like
   * a thousand others, and to compare them takes longer than all the rest of a search.
   */
  private static String words(String text) {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> count(word, Character::isDigit) <= 2 * count(word, Character::isLetter))
        .collect(Collectors.joining(" "));
  }

  private static long count(String word, IntPredicate kind) {
    return word.codePoints().filter(kind).count();
  }

  /** The whole text or any word of it may be the number; the field itself drops the dashes. */
  private static List<FieldValue> candidates(String text) {
    List<String> candidates = new ArrayList<>(Arrays.asList(text.split("\\s+")));
    candidates.add(text);
    return candidates.stream().distinct().map(FieldValue::of).toList();
  }

  private Relevance() {}
}
