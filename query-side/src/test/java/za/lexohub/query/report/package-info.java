/** When a report may be answered. */
@NullMarked
package za.lexohub.query.report;

import org.jspecify.annotations.NullMarked;
