/** What is measured and how: contestants take turns on one server, and medians are compared. */
@NullMarked
package za.lexohub.benchmarks;

import org.jspecify.annotations.NullMarked;
