package za.lexohub.query.search;

/**
 * A page and where it is from.
 *
 * @param position every event up to it is in the answer; later ones may be
 * @param degraded whether PostgreSQL answered in place of the index: nothing misspelt is found and
 *     nothing highlighted
 */
public record SearchAnswer(SearchPage page, long position, boolean degraded) {}
