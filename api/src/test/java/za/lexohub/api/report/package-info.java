/** Reports show what was worked out for them. */
@NullMarked
package za.lexohub.api.report;

import org.jspecify.annotations.NullMarked;
