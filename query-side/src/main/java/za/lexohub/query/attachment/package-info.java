/** Questions about documents added to files. */
@NullMarked
package za.lexohub.query.attachment;

import org.jspecify.annotations.NullMarked;
