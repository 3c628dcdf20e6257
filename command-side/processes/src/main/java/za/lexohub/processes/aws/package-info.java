/** The clients of AWS, and what goes wrong when something is handed to it. */
@NullMarked
package za.lexohub.processes.aws;

import org.jspecify.annotations.NullMarked;
