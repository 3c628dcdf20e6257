/** The read side as the product has it, fed with the lives of made-up matters. */
@NullMarked
package za.lexohub.benchmarks.projection;

import org.jspecify.annotations.NullMarked;
