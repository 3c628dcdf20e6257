/** What an auditor asks of the log, as the edge may ask it. */
@NullMarked
package za.lexohub.audit;

import org.jspecify.annotations.NullMarked;
