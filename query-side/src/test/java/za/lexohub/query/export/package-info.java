/** When a report may be answered. */
@NullMarked
package za.lexohub.query.export;

import org.jspecify.annotations.NullMarked;
