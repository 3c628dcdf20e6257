/** Tells those who watch that something has changed, whatever carries the news to them. */
@NullMarked
package za.lexohub.query.live;

import org.jspecify.annotations.NullMarked;
