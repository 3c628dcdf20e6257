package za.lexohub.processes.pdf;

import java.awt.Color;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the text of a paper.
 *
 * @param title and {@code author} go into the file's metadata
 * @param made the moment that the file's dates name
 * @param running stands at the foot of every page, and at the head of all but the first
 * @param mark lies large across every page
 * @param notice stands at the foot of every page when the paper must not be taken for more than it
 *     is
 * @param accent the colour of the practice
 */
record Frame(
    String title,
    String author,
    Instant made,
    String running,
    @Nullable String mark,
    @Nullable String notice,
    Color accent) {}
