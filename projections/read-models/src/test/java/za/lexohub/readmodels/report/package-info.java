/** How long a report may take. */
@NullMarked
package za.lexohub.readmodels.report;

import org.jspecify.annotations.NullMarked;
