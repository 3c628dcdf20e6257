/** Reports, and what waits for somebody, over HTTP. */
@NullMarked
package za.lexohub.api.report;

import org.jspecify.annotations.NullMarked;
