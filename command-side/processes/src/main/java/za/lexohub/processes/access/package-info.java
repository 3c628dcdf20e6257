/** What has to happen by itself about an attorney's access. */
@NullMarked
package za.lexohub.processes.access;

import org.jspecify.annotations.NullMarked;
