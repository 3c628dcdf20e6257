/** What has to happen by itself about attachments and statements. */
@NullMarked
package za.lexohub.processes.papers;

import org.jspecify.annotations.NullMarked;
