/** Reads the log as it is stored, in bounded pages, and writes it down line by line. */
@NullMarked
package za.lexohub.audit.log;

import org.jspecify.annotations.NullMarked;
