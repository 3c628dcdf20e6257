/** What CloudWatch is told. */
@NullMarked
package za.lexohub.processes.telemetry;

import org.jspecify.annotations.NullMarked;
