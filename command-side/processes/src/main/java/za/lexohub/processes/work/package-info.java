/** What has to happen by itself about work logged on matters. */
@NullMarked
package za.lexohub.processes.work;

import org.jspecify.annotations.NullMarked;
