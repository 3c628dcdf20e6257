/** HTTP's side of attachments and statements. */
@NullMarked
package za.lexohub.api.papers;

import org.jspecify.annotations.NullMarked;
