/** How reads answer: consistency, entity tags, lists and their cursors. */
@NullMarked
package za.lexohub.api.reading;

import org.jspecify.annotations.NullMarked;
