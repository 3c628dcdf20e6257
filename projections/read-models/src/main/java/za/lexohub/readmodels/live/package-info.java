/** What was recorded, told without saying what it is: for those who watch for changes. */
@NullMarked
package za.lexohub.readmodels.live;

import org.jspecify.annotations.NullMarked;
