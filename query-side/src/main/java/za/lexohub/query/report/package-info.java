/** Questions for reports and for what waits. */
@NullMarked
package za.lexohub.query.report;

import org.jspecify.annotations.NullMarked;
