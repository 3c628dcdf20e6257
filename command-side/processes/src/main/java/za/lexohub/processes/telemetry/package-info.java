/** What is measured, by the names under which CloudWatch's alarms and dashboards ask for it. */
@NullMarked
package za.lexohub.processes.telemetry;

import org.jspecify.annotations.NullMarked;
