/** Questions about attachments and statements. */
@NullMarked
package za.lexohub.query.papers;

import org.jspecify.annotations.NullMarked;
