package za.lexohub.query.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import za.lexohub.readmodels.search.SearchField;

/**
 * What matches a text, and how well: a whole reference number before the beginning of one, both
 * before words; the words as they were typed before ones that are spelt nearly so; a title counts
 * twice, as the plan has it.
 */
final class Relevance {

  // Text scores stay in the tens, so these two are tiers rather than weights.
  private static final float EXACT_REFERENCE = 10_000;
  private static final float REFERENCE_PREFIX = 1_000;
  private static final float AS_TYPED = 3;

  private static final List<String> FIELDS =
      List.of(
          SearchField.TITLE.key() + "^2",
          SearchField.DESCRIPTION.key(),
          SearchField.CLIENT_NAME.key(),
          SearchField.ATTORNEY.key(),
          SearchField.FIRM.key(),
          SearchField.MATTER_TYPE.key() + ".text",
          SearchField.COURT_CASE_NUMBER.key());

  static void of(BoolQuery.Builder query, String text) {
    query
        .should(s -> s.multiMatch(m -> m.query(text).fields(FIELDS).fuzziness("AUTO")))
        .should(s -> s.multiMatch(m -> m.query(text).fields(FIELDS).boost(AS_TYPED)))
        .should(
            s ->
                s.multiMatch(
                    m -> m.query(text).fields(FIELDS).type(TextQueryType.Phrase).boost(AS_TYPED)))
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

  /** The whole text or any word of it may be the number; the field itself drops the dashes. */
  private static List<FieldValue> candidates(String text) {
    List<String> candidates = new ArrayList<>(Arrays.asList(text.split("\\s+")));
    candidates.add(text);
    return candidates.stream().distinct().map(FieldValue::of).toList();
  }

  private Relevance() {}
}
