/** Searches many documents through the query side, and the same straight in the store. */
@NullMarked
package za.lexohub.benchmarks.search;

import org.jspecify.annotations.NullMarked;
